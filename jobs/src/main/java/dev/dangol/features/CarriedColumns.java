package dev.dangol.features;

import static org.apache.spark.sql.functions.struct;

import dev.dangol.config.Settings;
import dev.dangol.features.purchases.RfmScores;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.FeatureTable;
import dev.dangol.table.features.MainCategoryColumns;
import dev.dangol.table.features.ReferralColumns;
import dev.dangol.table.features.RhythmColumns;
import dev.dangol.table.features.SalesColumns;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Features that no comparison of customers reads. Each step of a comparison copies every column of
 * every row; these are carried through all steps as one.
 *
 * @param fields the features, in the order of the table
 */
record CarriedColumns(List<Field> fields) {
  private static final Field PACK = Field.text("_carried", "The columns that are carried.");

  /** Features that comparisons read, beside those that the configuration blends. */
  private static final List<Field> READ =
      Stream.of(
              RfmScores.MEASURES,
              List.of(
                  SharedColumns.AS_OF,
                  SharedColumns.CUSTOMER_ID,
                  FeatureColumns.AGE_DAYS,
                  FeatureColumns.LAST_ORDER_ON,
                  FeatureColumns.ORDERS_LIFETIME,
                  MainCategoryColumns.MAIN_CATEGORY_FALLS,
                  RhythmColumns.MEDIAN_GAP_DAYS,
                  RhythmColumns.OVERDUE_RATIO,
                  RhythmColumns.SECOND_ORDER_DAYS,
                  SalesColumns.SALES_GROWTH,
                  ReferralColumns.REFERRALS_CONVERTED))
          .flatMap(Collection::stream)
          .toList();

  CarriedColumns {
    fields = List.copyOf(fields);
  }

  /**
   * Those of the customers' columns that can be carried.
   *
   * @param measured the customers, as {@link CustomerFeatures#measure} gives them
   */
  static CarriedColumns of(Dataset<Row> measured, Settings settings) {
    Set<Field> read = new HashSet<>(READ);
    read.addAll(CustomerFeatures.rankedFields(settings));
    List<String> there = List.of(measured.columns());
    return new CarriedColumns(
        FeatureTable.of(settings.features().windows()).fields().stream()
            .filter(field -> there.contains(field.name()) && !read.contains(field))
            .toList());
  }

  /** The customers with these columns as one. */
  Dataset<Row> pack(Dataset<Row> measured) {
    List<String> names = fields.stream().map(Field::name).toList();
    Column pack = struct(columns(fields.stream().map(Field::col))).as(PACK.name());
    Stream<Column> others =
        Stream.of(measured.columns()).filter(name -> !names.contains(name)).map(measured::col);
    return measured.select(columns(Stream.concat(others, Stream.of(pack))));
  }

  /** A column of customers whose columns were packed. */
  Column of(Field field) {
    return fields.contains(field)
        ? PACK.col().getField(field.name()).as(field.name())
        : field.col();
  }

  private static Column[] columns(Stream<Column> columns) {
    return columns.toArray(Column[]::new);
  }
}
