package dev.dangol.job;

import dev.dangol.config.Settings;
import dev.dangol.config.SourceSettings;
import dev.dangol.table.AcquisitionColumns;
import dev.dangol.table.Columns;
import dev.dangol.table.Customers;
import dev.dangol.table.FeatureColumns;
import dev.dangol.table.Field;
import dev.dangol.table.Purchases;
import dev.dangol.table.Source;
import dev.dangol.table.Sources;
import dev.dangol.table.ValueGroupColumns;
import dev.dangol.value.CustomerGroups;
import dev.dangol.value.FirstPurchases;
import dev.dangol.value.GroupModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Models fitted to groups of customers, where {@code value.groups} names some. */
final class GroupFindings {
  private static final Map<Field, Origin> ORIGINS =
      Map.of(
          ValueGroupColumns.ACQUIRED_MONTH, new Origin(Sources.PURCHASES, Purchases.PURCHASED_AT),
          AcquisitionColumns.ACQUIRED_BY, new Origin(Sources.CUSTOMERS, Customers.ACQUIRED_BY),
          ValueGroupColumns.FIRST_CHANNEL, new Origin(Sources.PURCHASES, Columns.CHANNEL),
          ValueGroupColumns.FIRST_PRODUCT_LINE,
              new Origin(Sources.PURCHASES, Purchases.PRODUCT_LINE));

  private GroupFindings() {}

  /** What must be mapped for a grouping. */
  private record Origin(Source source, Field column) {
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
   * Renews the day of {@code value_group_models}, and says why a grouping has no rows in it. Where
   * models were refused to everybody, they are to every group.
   */
  static Map<String, String> renew(Workday day, ValueJob.Told told) {
    Map<String, String> reasons = new TreeMap<>();
    List<Field> groupings = new ArrayList<>();
    Optional<String> refused = told.refused();
    for (Field grouping : ValueGroupColumns.GROUPINGS) {
      if (told.settings().groups().contains(grouping.name())) {
        ORIGINS
            .get(grouping)
            .missing(day.settings())
            .or(() -> refused)
            .ifPresentOrElse(
                reason -> reasons.put(measure(grouping), reason), () -> groupings.add(grouping));
      }
    }
    write(day, told, groupings);
    return reasons;
  }

  private static String measure(Field grouping) {
    return ValueGroupColumns.TABLE.name() + "." + grouping.name();
  }

  /** A day that was written with groups and is described again without is emptied. */
  private static void write(Workday day, ValueJob.Told told, List<Field> groupings) {
    if (!groupings.isEmpty()) {
      Dataset<Row> fits = GroupModels.of(customers(day, groupings), groupings, told.settings());
      day.lake()
          .replaceDay(
              ValueGroupColumns.TABLE,
              fits.withColumn(Columns.AS_OF.name(), Columns.AS_OF.is(day.asOf().column())),
              day.date());
    } else if (day.lake().exists(ValueGroupColumns.TABLE)) {
      day.lake()
          .replaceDay(
              ValueGroupColumns.TABLE, day.lake().none(ValueGroupColumns.TABLE), day.date());
    }
  }

  private static Dataset<Row> customers(Workday day, List<Field> groupings) {
    List<Integer> windows = day.settings().features().windows();
    Dataset<Row> features = day.lake().readDay(FeatureColumns.table(windows), day.date());
    boolean asksPurchases =
        groupings.contains(ValueGroupColumns.FIRST_CHANNEL)
            || groupings.contains(ValueGroupColumns.FIRST_PRODUCT_LINE);
    return asksPurchases
        ? CustomerGroups.of(
            features, FirstPurchases.of(day.lake().read(Sources.PURCHASES.clean()), day.asOf()))
        : CustomerGroups.of(features);
  }
}
