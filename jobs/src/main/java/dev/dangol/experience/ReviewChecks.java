package dev.dangol.experience;

import static org.apache.spark.sql.functions.timestamp_micros;

import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ProductOpinionColumns;
import dev.dangol.table.sources.ReviewSource;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Checks of reviews: of products that the customer had really bought, and of others. */
record ReviewChecks() implements CustomerMeasure {
  static final String MEASURE = "review_checks";

  @Override
  public void add(ExperienceHistory customer, FactSheet facts) {
    for (ExperienceEvent review : customer.of(ExperienceKind.REVIEW)) {
      boolean verified = customer.isVerified(review);
      double bought =
          verified
              ? customer.firstBought(review.product(), review.micros()).getAsLong()
              : Double.NaN;
      facts.row(
          FactKey.of(MEASURE, review.about().id(), customer.customer(), review.product()),
          (double) review.micros(),
          review.figure(),
          verified ? 1 : 0,
          bought);
    }
  }

  /** The rows of {@code review_checks}. */
  static Dataset<Row> rows(FactTable facts, AsOf asOf) {
    return facts
        .of(MEASURE)
        .select(
            SharedColumns.AS_OF.is(asOf.column()),
            FactTable.part(SharedColumns.SOURCE_ROW, 0),
            FactTable.part(SharedColumns.CUSTOMER_ID, 1),
            FactTable.part(ProductOpinionColumns.REVIEWED_PRODUCT_ID, 2),
            ReviewSource.REVIEWED_AT.is(timestamp_micros(FactTable.figure(0).cast("bigint"))),
            ReviewSource.RATING.is(FactTable.figure(1)),
            ProductOpinionColumns.VERIFIED.is(FactTable.figure(2).equalTo(1)),
            ProductOpinionColumns.BOUGHT_AT.is(
                timestamp_micros(FactTable.figure(3).cast("bigint"))));
  }
}
