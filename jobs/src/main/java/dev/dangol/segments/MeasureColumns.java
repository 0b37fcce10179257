package dev.dangol.segments;

import dev.dangol.sql.SqlText;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;

/**
 * The columns that are read of each customer.
 *
 * @param features the columns that customers are compared by; the first columns of a raw row
 * @param columns the features, then the qualities that are not among them
 * @param absent configured names that are no numeric column of the table
 */
record MeasureColumns(List<String> features, List<String> columns, List<String> absent) {
  /** Hash that decides a customer's place in samples and halves. */
  static final Field HASH = Field.count("_hash", "A number by the customer's id and the seed.");

  static MeasureColumns of(Dataset<Row> table, List<String> configured) {
    List<String> features = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    for (String name : configured.stream().distinct().toList()) {
      (isNumeric(table, name) ? features : absent).add(name);
    }
    Stream<String> qualities =
        FeatureColumns.QUALITIES.stream().map(Field::name).filter(name -> isNumeric(table, name));
    List<String> columns = Stream.concat(features.stream(), qualities).distinct().toList();
    return new MeasureColumns(List.copyOf(features), columns, List.copyOf(absent));
  }

  /** The fields of the raw row, in the order of the columns. */
  List<Field> fields() {
    return columns.stream().map(MeasureColumns::field).toList();
  }

  /** The raw row: every column as a double, NaN where nothing was measured. */
  Column[] values() {
    return columns.stream().map(name -> field(name).is(value(name))).toArray(Column[]::new);
  }

  /** A hash that decides a customer's position in samples and halves, whatever else is known. */
  static Column hash(long seed) {
    return functions.xxhash64(SharedColumns.CUSTOMER_ID.col(), functions.lit(seed));
  }

  /** Under a name of its own, since net sales are read beside the raw row too. */
  private static Field field(String name) {
    return Field.number("_measure_" + name, "What is known of " + name + "; NaN for nothing.");
  }

  private static Column value(String name) {
    return functions.coalesce(
        SqlText.column(name).cast(DataTypes.DoubleType), functions.lit(Double.NaN));
  }

  private static boolean isNumeric(Dataset<Row> table, String name) {
    return Arrays.stream(table.schema().fields())
        .anyMatch(f -> f.name().equals(name) && f.dataType() instanceof NumericType);
  }
}
