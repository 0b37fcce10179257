package dev.dangol.contacts;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.dangol.contacts.ContactFact.SendFact;
import dev.dangol.probability.WilsonInterval;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.MessageScoreColumns;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rates of response to messages by their score of relevance, from which a business takes its cut.
 *
 * @param unknown the shares that no source tells
 */
@RunsSparkJobs
public record ScoreRates(AsOf asOf, Set<Field> unknown) {
  private static final int BINS = 20;

  /** Less than this below a bin's beginning a score is in it: sums of reals are not exact. */
  private static final double EPSILON = 1e-9;

  private static final Field BIN = Field.count("_bin", "The number of the bin; null for unknown.");
  private static final Field OPENED = Field.count("_opened_sends", "Messages opened.");
  private static final Field CLICKED = Field.count("_clicked_sends", "Messages clicked.");
  private static final Field RESPONDED = Field.count("_responded_sends", "Messages responded to.");
  private static final Field BOUGHT = Field.count("_bought_sends", "Messages and a purchase.");

  public ScoreRates {
    unknown = Set.copyOf(unknown);
  }

  /**
   * The rows of {@code message_scores}; starts a Spark job.
   *
   * @param facts as {@link ContactFacts} makes them
   */
  public List<Row> rows(Dataset<Row> facts) {
    Column bin = floor(FactColumns.SCORE.col().multiply(BINS).plus(EPSILON)).cast("bigint");
    return facts
        .where(FactColumns.KIND.col().equalTo(SendFact.KIND))
        .groupBy(BIN.is(when(FactColumns.SCORE_KNOWN.col(), bin)))
        .agg(
            MessageScoreColumns.SENT.is(count(lit(1))),
            OPENED.is(count_if(FactColumns.OPENED.col())),
            CLICKED.is(count_if(FactColumns.CLICKED.col())),
            RESPONDED.is(count_if(FactColumns.HAS_RESPONSE.col())),
            MessageScoreColumns.FOLLOWED.is(count(FactColumns.BOUGHT.col())),
            BOUGHT.is(count_if(FactColumns.BOUGHT.col())))
        .collectAsList()
        .stream()
        .map(RowReader::new)
        .map(this::row)
        .toList();
  }

  private Row row(RowReader cells) {
    long sent = cells.count(MessageScoreColumns.SENT);
    long followed = cells.count(MessageScoreColumns.FOLLOWED);
    ScoreRate opened = rate(MessageScoreColumns.OPENED_SHARE, cells.count(OPENED), sent);
    ScoreRate clicked = rate(MessageScoreColumns.CLICKED_SHARE, cells.count(CLICKED), sent);
    ScoreRate responded = rate(MessageScoreColumns.RESPONDED_SHARE, cells.count(RESPONDED), sent);
    ScoreRate bought = rate(MessageScoreColumns.BOUGHT_SHARE, cells.count(BOUGHT), followed);
    return RowWriter.of(MessageScoreColumns.TABLE)
        .set(SharedColumns.AS_OF, asOf)
        .set(
            MessageScoreColumns.SCORE_FROM,
            cells.optionalCount(BIN).map(bin -> bin.doubleValue() / BINS))
        .set(MessageScoreColumns.SENT, sent)
        .set(MessageScoreColumns.OPENED_SHARE, opened.share())
        .set(MessageScoreColumns.CLICKED_SHARE, clicked.share())
        .set(MessageScoreColumns.RESPONDED_SHARE, responded.share())
        .set(MessageScoreColumns.RESPONDED_LOW, responded.interval().map(WilsonInterval::low))
        .set(MessageScoreColumns.RESPONDED_HIGH, responded.interval().map(WilsonInterval::high))
        .set(MessageScoreColumns.FOLLOWED, followed)
        .set(MessageScoreColumns.BOUGHT_SHARE, bought.share())
        .set(MessageScoreColumns.BOUGHT_LOW, bought.interval().map(WilsonInterval::low))
        .set(MessageScoreColumns.BOUGHT_HIGH, bought.interval().map(WilsonInterval::high))
        .row();
  }

  private ScoreRate rate(Field share, long part, long whole) {
    return new ScoreRate(part, unknown.contains(share) ? 0 : whole);
  }

  /** Part of a whole; of none where the share is not known. */
  private record ScoreRate(long part, long whole) {
    Optional<Double> share() {
      return whole == 0 ? Optional.empty() : Optional.of((double) part / whole);
    }

    Optional<WilsonInterval> interval() {
      return whole == 0 ? Optional.empty() : Optional.of(WilsonInterval.of(part, whole));
    }
  }
}
