package dev.dangol.report.data;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.results.RelevanceColumns;
import dev.dangol.table.results.SuppressionColumns;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Messages that do not concern those who get them, and customers who are to be left alone.
 *
 * @param campaigns the one with the largest share of irrelevant messages first
 * @param suppressions the reason and channel with the most customers first
 */
public record MessageSummary(List<CampaignLine> campaigns, List<SuppressionLine> suppressions) {
  private static final Field PEOPLE = Field.count("_people", "Customers.");

  public MessageSummary {
    campaigns = List.copyOf(campaigns);
    suppressions = List.copyOf(suppressions);
  }

  /**
   * Messages of one campaign.
   *
   * @param campaign its id; empty for messages without one
   * @param known those of which something was known that tells if they are irrelevant
   */
  public record CampaignLine(
      Optional<String> campaign,
      long sent,
      long irrelevant,
      long known,
      OptionalDouble opened,
      OptionalDouble clicked,
      OptionalDouble complained,
      OptionalDouble benchmark) {
    static CampaignLine of(RowReader cells) {
      return new CampaignLine(
          cells.text(RelevanceColumns.CAMPAIGN_ID),
          cells.count(RelevanceColumns.SENT),
          cells.count(RelevanceColumns.IRRELEVANT),
          cells.count(RelevanceColumns.SENT) - cells.count(RelevanceColumns.UNKNOWN_RELEVANCE),
          cells.number(RelevanceColumns.OPENED_SHARE),
          cells.number(RelevanceColumns.CLICKED_SHARE),
          cells.number(RelevanceColumns.COMPLAINED_SHARE),
          cells.number(RelevanceColumns.BENCHMARK_SHARE));
    }

    double share() {
      return known == 0 ? 0 : (double) irrelevant / known;
    }
  }

  /** Customers who are left alone for one reason; the channel is empty for all channels. */
  public record SuppressionLine(String reason, Optional<String> channel, long customers) {
    static SuppressionLine of(RowReader cells) {
      return new SuppressionLine(
          cells.text(SuppressionColumns.REASON).orElse(""),
          cells.text(SuppressionColumns.CHANNEL),
          cells.count(PEOPLE));
    }
  }

  static MessageSummary read(ReportTables tables) {
    return new MessageSummary(
        tables.of(RelevanceColumns.MESSAGES).collectAsList().stream()
            .map(row -> CampaignLine.of(new RowReader(row)))
            .sorted(
                Comparator.comparing((CampaignLine line) -> -line.share())
                    .thenComparing(line -> line.campaign().orElse("")))
            .toList(),
        tables
            .of(SuppressionColumns.TABLE)
            .groupBy(SuppressionColumns.REASON.col(), SuppressionColumns.CHANNEL.col())
            .agg(PEOPLE.is(count(lit(1))))
            .collectAsList()
            .stream()
            .map(row -> SuppressionLine.of(new RowReader(row)))
            .sorted(
                Comparator.comparing((SuppressionLine line) -> -line.customers())
                    .thenComparing(SuppressionLine::reason)
                    .thenComparing(line -> line.channel().orElse("")))
            .toList());
  }

  public long sent() {
    return campaigns.stream().mapToLong(CampaignLine::sent).sum();
  }

  /** Messages of which something was known that tells if they are irrelevant. */
  public long known() {
    return campaigns.stream().mapToLong(CampaignLine::known).sum();
  }

  public long irrelevant() {
    return campaigns.stream().mapToLong(CampaignLine::irrelevant).sum();
  }

  /** The share that others quote; empty where it is not configured. */
  public OptionalDouble benchmark() {
    return campaigns.isEmpty() ? OptionalDouble.empty() : campaigns.get(0).benchmark();
  }
}
