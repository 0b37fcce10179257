package dev.dangol.features;

import static org.apache.spark.sql.functions.struct;

import dev.dangol.config.Settings;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.measure.FeatureFamily;
import dev.dangol.features.measure.FeatureInputs;
import dev.dangol.features.measure.MappedColumns;
import dev.dangol.features.purchases.ProductShapers;
import dev.dangol.features.purchases.PurchaseFeatures;
import dev.dangol.features.purchases.PurchaseVariety;
import dev.dangol.features.referrals.ReferralFeatures;
import dev.dangol.features.satisfaction.CustomerExperience;
import dev.dangol.features.voice.AnsweredReviews;
import dev.dangol.features.voice.EngagementFeatures;
import dev.dangol.features.voice.FoldedTalk;
import dev.dangol.sql.SqlText;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Families of measures, and those that the configured sources allow joined on the customer. */
final class FeatureFamilies {
  private static final String PACKED = "_family_";

  private FeatureFamilies() {}

  /** All families, configured or not, in the order of their columns. */
  static List<FeatureFamily> all(Settings settings) {
    List<FeatureFamily> all = new ArrayList<>();
    all.add(PurchaseFeatures.family(settings));
    all.addAll(PurchaseVariety.families(settings.features().windows()));
    all.add(EngagementFeatures.family(settings.features().windows()));
    all.add(EngagementFeatures.channels(settings.features().windows()));
    all.add(AnsweredReviews.family());
    all.add(ProductShapers.family());
    all.addAll(FoldedTalk.families(settings.features().windows()));
    all.add(CustomerRecords.family());
    return all;
  }

  /** The reasons by measure, for those that cannot be measured. */
  static Map<Field, String> missing(Settings settings, MappedColumns mapped) {
    Map<Field, String> missing = new LinkedHashMap<>();
    for (FeatureFamily family : all(settings)) {
      family
          .measures()
          .forEach(
              measure ->
                  family
                      .missing(measure, mapped)
                      .ifPresent(reason -> missing.put(measure.field(), reason)));
    }
    return missing;
  }

  /**
   * One row per customer with a purchase.
   *
   * @param clean the rows of each configured source
   */
  static Dataset<Row> join(
      FeatureInputs shared, Map<Source, Dataset<Row>> clean, FeatureContext measuring) {
    MappedColumns mapped = measuring.mapped();
    List<Dataset<Row>> others = new ArrayList<>();
    shared.shapers().ifPresent(others::add);
    List<FeatureFamily> talk =
        FoldedTalk.families(measuring.windows()).stream()
            .filter(family -> mapped.has(family.source()) && family.isAsked(measuring))
            .toList();
    if (!talk.isEmpty()) {
      others.add(FeatureFamily.select(talk, shared.history(), measuring));
    }
    if (AnsweredReviews.isMapped(mapped) && AnsweredReviews.family().isAsked(measuring)) {
      others.add(AnsweredReviews.perCustomer(clean, measuring));
    }
    FeatureFamily records = CustomerRecords.family();
    if (mapped.has(records.source()) && records.isAsked(measuring)) {
      Dataset<Row> told = clean.get(records.source());
      others.add(records.aggregate(told.groupBy(SharedColumns.CUSTOMER_ID.col()), measuring));
    }
    shared.network().map(ReferralFeatures::perCustomer).ifPresent(others::add);
    if (CustomerExperience.FIELDS.stream().anyMatch(measuring.asked())) {
      others.add(shared.experience());
    }
    return beside(PurchaseFeatures.measure(shared.folded(), measuring), others);
  }

  /**
   * The rows of the first with those of all others that are of the same customer. Joins copy every
   * column of every row; a family's columns are copied as one.
   */
  private static Dataset<Row> beside(Dataset<Row> first, List<Dataset<Row>> others) {
    Dataset<Row> joined = pack(first, 0);
    List<Column> columns = new ArrayList<>(List.of(SharedColumns.CUSTOMER_ID.col()));
    columns.addAll(unpack(first, 0));
    for (int number = 1; number <= others.size(); number++) {
      Dataset<Row> other = others.get(number - 1);
      joined = joined.join(pack(other, number), SharedColumns.CUSTOMER_ID.name(), "left");
      columns.addAll(unpack(other, number));
    }
    return joined.select(columns.toArray(Column[]::new));
  }

  private static Dataset<Row> pack(Dataset<Row> rows, int number) {
    Column[] own = own(rows).map(SqlText::column).toArray(Column[]::new);
    return rows.select(SharedColumns.CUSTOMER_ID.col(), struct(own).as(PACKED + number));
  }

  private static List<Column> unpack(Dataset<Row> rows, int number) {
    Column pack = SqlText.column(PACKED + number);
    return own(rows).map(name -> pack.getField(name).as(name)).toList();
  }

  private static Stream<String> own(Dataset<Row> rows) {
    return Stream.of(rows.columns()).filter(name -> !name.equals(SharedColumns.CUSTOMER_ID.name()));
  }
}
