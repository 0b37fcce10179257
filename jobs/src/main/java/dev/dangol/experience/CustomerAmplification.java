package dev.dangol.experience;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.AmplificationColumns;
import dev.dangol.table.sources.Sources;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Amplification by customers: how much they say of the business, and how far it reaches. Each
 * review, comment or share reaches one person, and a review one more for each helpful vote.
 */
record CustomerAmplification(ExperienceRules rules) implements CustomerMeasure {
  static final String MEASURE = "amplification";

  @Override
  public void add(ExperienceHistory customer, FactSheet facts) {
    double[] figures = new double[6];
    for (ExperienceEvent review : customer.of(ExperienceKind.REVIEW)) {
      if (rules.counts(customer, review)) {
        int slot = rules.ratings().isLow(review.figure()) ? 2 : 0;
        figures[slot]++;
        figures[slot + 1] += review.pieces();
      }
    }
    figures[4] = customer.of(ExperienceKind.COMMENT).size();
    figures[5] = customer.of(ExperienceKind.SHARE).size();
    if (figures[0] + figures[2] + figures[4] + figures[5] > 0) {
      facts.row(FactKey.of(MEASURE, customer.customer()), figures);
    }
  }

  /** The rows of {@code amplification}. */
  static Dataset<Row> rows(FactTable facts, AsOf asOf, KnownColumns known) {
    ExperienceNeeds needs = new ExperienceNeeds(known);
    boolean rated = known.has(Sources.REVIEWS);
    boolean voted = needs.votes().isEmpty();
    boolean active = needs.actions().isEmpty();
    Column reviews = FactTable.figure(0);
    Column content = reviews.plus(FactTable.figure(4)).plus(FactTable.figure(5));
    Column reached = content.plus(FactTable.figure(1));
    return facts
        .of(MEASURE)
        .select(
            SharedColumns.AS_OF.is(asOf.column()),
            FactTable.part(SharedColumns.CUSTOMER_ID, 0),
            AmplificationColumns.REVIEWS.is(known(rated, 0)),
            AmplificationColumns.COMMENTS.is(known(active, 4)),
            AmplificationColumns.SHARES.is(known(active, 5)),
            AmplificationColumns.HELPFUL_VOTES.is(known(voted, 1)),
            AmplificationColumns.CONTENT.is(content),
            AmplificationColumns.REACH.is(when(content.gt(0), reached.divide(content))),
            AmplificationColumns.AMPLIFICATION.is(reached),
            AmplificationColumns.LOW_REVIEWS.is(known(rated, 2)),
            AmplificationColumns.LOW_HELPFUL_VOTES.is(known(voted, 3)),
            AmplificationColumns.LOW_AMPLIFICATION.is(
                FactTable.figure(2).plus(FactTable.figure(3))));
  }

  private static Column known(boolean known, int place) {
    return known ? FactTable.figure(place) : lit(null);
  }
}
