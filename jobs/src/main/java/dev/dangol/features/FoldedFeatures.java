package dev.dangol.features;

import dev.dangol.config.CustomFeature;
import dev.dangol.features.custom.CustomFold;
import dev.dangol.features.custom.CustomPredicates;
import dev.dangol.features.fold.CustomerFold;
import dev.dangol.features.fold.CustomerParts;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.fold.FoldedSource;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.purchases.PurchaseFeatures;
import dev.dangol.features.purchases.PurchaseLines;
import dev.dangol.features.purchases.PurchaseVariety;
import dev.dangol.features.purchases.RivalLoyalty;
import dev.dangol.features.voice.AppreciationFold;
import dev.dangol.features.voice.EngagementFeatures;
import dev.dangol.features.voice.FoldedTalk;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.AppreciationColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Features that are folded: every row of a customer passes all their families once. */
public final class FoldedFeatures {
  /** The sources whose rows are folded. */
  public static final List<Source> SOURCES =
      Stream.concat(Stream.of(Sources.PURCHASES, Sources.ENGAGEMENT), FoldedTalk.SOURCES.stream())
          .toList();

  private FoldedFeatures() {}

  /**
   * One row per customer with a purchase by the day, with the folded measures that the mapped
   * columns allow.
   *
   * @param spark the session that the rows belong to
   * @param ordered the rows of each configured source, in order of customers
   */
  public static Dataset<Row> of(
      SparkSession spark, CustomerParts ordered, FeatureContext measuring) {
    Map<FoldedSource, Dataset<Row>> sources = new LinkedHashMap<>();
    Dataset<Row> purchases = ordered.rows().get(Sources.PURCHASES);
    List<CustomFeature> custom = measuring.settings().features().custom();
    List<CustomFeature> ofPurchases = CustomFeature.ofSource(custom, Sources.PURCHASES.name());
    List<CustomFeature> ofEvents = List.of();
    sources.put(
        FoldedSource.PURCHASES,
        PurchaseLines.of(purchases, measuring.asOf(), CustomPredicates.matches(ofPurchases)));
    List<FoldedFamily> families = new ArrayList<>();
    families.add(PurchaseFeatures.folded(measuring.settings()));
    families.addAll(PurchaseVariety.folded(measuring));
    families.addAll(RivalLoyalty.folded(measuring.settings().features().rivals()));
    if (measuring.asked().test(AppreciationColumns.CONTACT_AFTER_ORDER_SHARE)) {
      families.add(new AppreciationFold());
    }
    if (measuring.mapped().has(Sources.ENGAGEMENT, EngagementSource.KNOWN_CUSTOMER_ID)) {
      Dataset<Row> events = ordered.rows().get(Sources.ENGAGEMENT);
      ofEvents = CustomFeature.ofSource(custom, Sources.ENGAGEMENT.name());
      sources.put(
          FoldedSource.ENGAGEMENT,
          EngagementFeatures.events(events, measuring.asOf(), CustomPredicates.matches(ofEvents)));
      families.addAll(EngagementFeatures.folded(measuring));
    }
    if (!custom.isEmpty()) {
      families.add(new CustomFold(ofPurchases, ofEvents));
    }
    return measured(
        new CustomerFold(families, ordered.count(), measuring.asOf()).of(spark, sources),
        measuring);
  }

  private static Dataset<Row> measured(Dataset<Row> folded, FeatureContext measuring) {
    Set<Field> missing = FeatureFamilies.missing(measuring.settings(), measuring.mapped()).keySet();
    Set<String> names = Set.copyOf(missing.stream().map(Field::name).toList());
    List<Column> columns = new ArrayList<>(List.of(SharedColumns.CUSTOMER_ID.col()));
    List.of(folded.schema().fields()).stream()
        .filter(column -> !column.name().equals(SharedColumns.CUSTOMER_ID.name()))
        .filter(column -> !names.contains(column.name()))
        .forEach(column -> columns.add(folded.col(column.name())));
    return folded
        .select(columns.toArray(Column[]::new))
        .where(FeatureColumns.FIRST_ORDER_ON.col().isNotNull());
  }
}
