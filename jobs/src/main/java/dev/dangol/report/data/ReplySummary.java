package dev.dangol.report.data;

import dev.dangol.table.RowReader;
import dev.dangol.table.results.ReplyColumns;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Replies to support cases, and who stayed after them.
 *
 * @param channels that over all cases first, then the channels with the most cases
 * @param stays by how soon the first case was replied to
 */
public record ReplySummary(List<ReplyLine> channels, List<StayLine> stays) {
  private static final List<String> BUCKETS =
      List.of("within_30min", "within_60min", "within_1day", "later", "never");

  public ReplySummary {
    channels = List.copyOf(channels);
    stays = List.copyOf(stays);
  }

  /**
   * Replies in one channel.
   *
   * @param channel all for all of them; empty for cases without one
   * @param hour the share replied to within 60 minutes, 0 to 1
   * @param businessHour the same of business hours
   */
  public record ReplyLine(
      Optional<String> channel,
      long cases,
      long open,
      OptionalDouble median,
      OptionalDouble hour,
      OptionalDouble businessHour) {
    static ReplyLine of(RowReader cells) {
      return new ReplyLine(
          cells.text(ReplyColumns.CHANNEL),
          cells.count(ReplyColumns.CASES),
          cells.count(ReplyColumns.OPEN),
          cells.number(ReplyColumns.MEDIAN_MINUTES),
          cells.number(ReplyColumns.SHARE_60MIN),
          cells.number(ReplyColumns.BUSINESS_SHARE_60MIN));
    }

    public boolean isOfAll() {
      return channel.filter(ReplyColumns.ALL::equals).isPresent();
    }
  }

  /** Customers by how soon their first case was replied to, and the share who bought after. */
  public record StayLine(
      String bucket,
      long customers,
      double share,
      double low,
      double high,
      OptionalDouble benchmark,
      Optional<String> source) {
    static StayLine of(RowReader cells) {
      return new StayLine(
          cells.text(ReplyColumns.BUCKET).orElse(""),
          cells.count(ReplyColumns.CUSTOMERS),
          cells.number(ReplyColumns.RETAINED_SHARE).orElse(0),
          cells.number(ReplyColumns.LOW).orElse(0),
          cells.number(ReplyColumns.HIGH).orElse(1),
          cells.number(ReplyColumns.BENCHMARK_SHARE),
          cells.text(ReplyColumns.BENCHMARK_SOURCE));
    }
  }

  static ReplySummary read(ReportTables tables) {
    return new ReplySummary(
        tables.of(ReplyColumns.TIMES).collectAsList().stream()
            .map(row -> ReplyLine.of(new RowReader(row)))
            .sorted(
                Comparator.comparing((ReplyLine line) -> !line.isOfAll())
                    .thenComparing(line -> -line.cases())
                    .thenComparing(line -> line.channel().orElse("")))
            .toList(),
        tables.of(ReplyColumns.RETENTION).collectAsList().stream()
            .map(row -> StayLine.of(new RowReader(row)))
            .sorted(Comparator.comparing(line -> BUCKETS.indexOf(line.bucket())))
            .toList());
  }

  /** The line over all cases; empty without a case. */
  public Optional<ReplyLine> all() {
    return channels.stream().filter(ReplyLine::isOfAll).findFirst();
  }

  /** The bucket that has a benchmark for one hour; empty without one. */
  public Optional<StayLine> hour() {
    return stays.stream()
        .filter(line -> line.bucket().equals(BUCKETS.get(1)) && line.benchmark().isPresent())
        .findFirst();
  }
}
