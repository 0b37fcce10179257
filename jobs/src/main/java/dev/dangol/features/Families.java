package dev.dangol.features;

import dev.dangol.config.Settings;
import dev.dangol.table.AsOf;
import dev.dangol.table.Columns;
import dev.dangol.table.Engagement;
import dev.dangol.table.Source;
import dev.dangol.table.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Every family of measures that the configured sources allow, joined on the customer. */
final class Families {
  private Families() {}

  /**
   * One row per customer with a purchase.
   *
   * @param clean the rows of each configured source
   */
  static Dataset<Row> joined(
      Shared shared, Map<Source, Dataset<Row>> clean, AsOf asOf, Settings settings) {
    MappedColumns mapped = MappedColumns.of(settings);
    List<Integer> windows = settings.features().windows();
    Dataset<Row> joined =
        RhythmFeatures.measured(PurchaseFeatures.perCustomer(shared.days(), asOf, windows, mapped));
    List<Dataset<Row>> others = new ArrayList<>();
    if (mapped.has(Sources.REVIEWS)) {
      Dataset<Row> reviews = clean.get(Sources.REVIEWS);
      others.add(ReviewFeatures.perCustomer(reviews, asOf, settings.quality(), mapped));
    }
    if (mapped.has(Sources.ENGAGEMENT, Engagement.KNOWN_CUSTOMER_ID)) {
      others.add(EngagementFeatures.perCustomer(clean.get(Sources.ENGAGEMENT), asOf, windows));
    }
    shared.network().map(ReferralFeatures::perCustomer).ifPresent(others::add);
    for (Dataset<Row> family : others) {
      joined = joined.join(family, Columns.CUSTOMER_ID.name(), "left");
    }
    return joined;
  }
}
