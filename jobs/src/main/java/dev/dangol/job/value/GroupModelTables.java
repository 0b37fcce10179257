package dev.dangol.job.value;

import dev.dangol.config.Settings;
import dev.dangol.config.SourceSettings;
import dev.dangol.job.JobContext;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.AcquisitionColumns;
import dev.dangol.table.features.FeatureTable;
import dev.dangol.table.results.ValueGroupColumns;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.value.CustomerGroups;
import dev.dangol.value.FirstPurchases;
import dev.dangol.value.GroupModels;
import dev.dangol.value.ModelResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Models fitted to groups of customers, where {@code value.groups} names some. */
final class GroupModelTables {
  private static final Map<Field, GroupOrigin> ORIGINS =
      Map.of(
          ValueGroupColumns.ACQUIRED_MONTH,
              new GroupOrigin(Sources.PURCHASES, PurchaseSource.PURCHASED_AT),
          AcquisitionColumns.ACQUIRED_BY,
              new GroupOrigin(Sources.CUSTOMERS, CustomerSource.ACQUIRED_BY),
          ValueGroupColumns.FIRST_CHANNEL,
              new GroupOrigin(Sources.PURCHASES, SharedColumns.CHANNEL),
          ValueGroupColumns.FIRST_PRODUCT_LINE,
              new GroupOrigin(Sources.PURCHASES, PurchaseSource.PRODUCT_LINE));

  private GroupModelTables() {}

  /** Column that must be mapped for a grouping. */
  private record GroupOrigin(Source source, Field column) {
    Optional<String> missing(Settings settings) {
      SourceSettings found = settings.sources().get(source.name());
      if (found == null) {
        return Optional.of("The source " + source.name() + " is not configured.");
      }
      return found.maps(column.name())
          ? Optional.empty()
          : Optional.of("The source " + source.name() + " does not map " + column.name() + ".");
    }
  }

  /**
   * Renews the day of {@code value_group_models}, and returns why a grouping has no rows in it.
   * Where no model was fitted to all customers, none is fitted to any group.
   */
  static Map<String, String> renew(JobContext day, ModelResults results) {
    Map<String, String> reasons = new TreeMap<>();
    List<Field> groupings = new ArrayList<>();
    Optional<String> refused = results.refused();
    for (Field grouping : ValueGroupColumns.GROUPINGS) {
      if (results.settings().groups().contains(grouping.name())) {
        ORIGINS
            .get(grouping)
            .missing(day.settings())
            .or(() -> refused)
            .ifPresentOrElse(
                reason -> reasons.put(measure(grouping), reason), () -> groupings.add(grouping));
      }
    }
    write(day, results, groupings);
    return reasons;
  }

  private static String measure(Field grouping) {
    return ValueGroupColumns.TABLE.name() + "." + grouping.name();
  }

  /** A day that was written with groups and is described again without is emptied. */
  private static void write(JobContext day, ModelResults results, List<Field> groupings) {
    if (!groupings.isEmpty()) {
      Dataset<Row> fits = GroupModels.of(customers(day, groupings), groupings, results.settings());
      day.lake()
          .replaceDay(
              ValueGroupColumns.TABLE,
              fits.withColumn(
                  SharedColumns.AS_OF.name(), SharedColumns.AS_OF.is(day.asOf().column())),
              day.asOf());
    } else if (day.lake().exists(ValueGroupColumns.TABLE)) {
      day.lake()
          .replaceDay(
              ValueGroupColumns.TABLE, day.lake().none(ValueGroupColumns.TABLE), day.asOf());
    }
  }

  private static Dataset<Row> customers(JobContext day, List<Field> groupings) {
    List<Integer> windows = day.settings().features().windows();
    Dataset<Row> features = day.lake().readDay(FeatureTable.of(windows), day.asOf());
    boolean asksPurchases =
        groupings.contains(ValueGroupColumns.FIRST_CHANNEL)
            || groupings.contains(ValueGroupColumns.FIRST_PRODUCT_LINE);
    return asksPurchases
        ? CustomerGroups.of(
            features, FirstPurchases.of(day.lake().read(Sources.PURCHASES.clean()), day.asOf()))
        : CustomerGroups.of(features);
  }
}
