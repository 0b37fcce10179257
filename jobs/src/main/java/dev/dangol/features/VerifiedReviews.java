package dev.dangol.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import dev.dangol.table.AsOf;
import dev.dangol.table.Columns;
import dev.dangol.table.ExperienceColumns;
import dev.dangol.table.Purchases;
import dev.dangol.table.Reviews;
import dev.dangol.table.Source;
import dev.dangol.table.Sources;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Tells the reviews of those who had bought what they write about. */
final class VerifiedReviews {
  private VerifiedReviews() {}

  /** Whether purchases and reviews both name products. */
  private static boolean told(MappedColumns mapped) {
    return mapped.has(Sources.PURCHASES, Columns.PRODUCT_ID)
        && mapped.has(Sources.REVIEWS, Columns.PRODUCT_ID);
  }

  /**
   * The reviews, each marked true where the customer had bought its product by the moment it was
   * written, false where not, or where it names no product; unmarked where products are not told.
   */
  static Dataset<Row> marked(Map<Source, Dataset<Row>> clean, Measuring measuring) {
    Dataset<Row> reviews = clean.get(Sources.REVIEWS);
    if (!told(measuring.mapped())) {
      return reviews;
    }
    Column earlier = ExperienceColumns.FIRST_BOUGHT_AT.col().leq(Reviews.REVIEWED_AT.col());
    String[] bought = {Columns.CUSTOMER_ID.name(), Columns.PRODUCT_ID.name()};
    return reviews
        .join(firstBought(clean.get(Sources.PURCHASES), measuring.asOf()), bought, "left")
        .withColumn(ExperienceColumns.VERIFIED.name(), coalesce(earlier, lit(false)));
  }

  /** One row per customer and product that he has bought. */
  private static Dataset<Row> firstBought(Dataset<Row> purchases, AsOf asOf) {
    return purchases
        .where(asOf.known(Purchases.PURCHASED_AT))
        .where(Purchases.bought().and(Columns.PRODUCT_ID.col().isNotNull()))
        .groupBy(Columns.CUSTOMER_ID.col(), Columns.PRODUCT_ID.col())
        .agg(ExperienceColumns.FIRST_BOUGHT_AT.is(min(Purchases.PURCHASED_AT.col())));
  }
}
