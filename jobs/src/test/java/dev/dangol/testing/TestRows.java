package dev.dangol.testing;

import dev.dangol.table.Field;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A small table written inline: the columns that matter to the test, then its rows. Days, instants
 * and amounts may be given as text: {@code "2026-01-02"}, {@code "2026-01-02T10:00:00Z"}, {@code
 * "12.50"}; a day given for an instant means its first moment in UTC.
 */
public final class TestRows {
  private final SparkSession spark;
  private final List<Field> fields;
  private final List<Row> rows = new ArrayList<>();

  private TestRows(SparkSession spark, List<Field> fields) {
    this.spark = spark;
    this.fields = fields;
  }

  public static TestRows of(SparkSession spark, Field... fields) {
    return new TestRows(spark, List.of(fields));
  }

  /** Adds several rows. */
  public TestRows rows(Object[]... several) {
    List.of(several).forEach(this::row);
    return this;
  }

  public TestRows row(Object... values) {
    if (values.length != fields.size()) {
      throw new IllegalArgumentException(
          values.length + " values for " + fields.size() + " columns");
    }
    Object[] typed = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      typed[i] = typed(values[i], fields.get(i).type());
    }
    rows.add(RowFactory.create(typed));
    return this;
  }

  /** The rows with these columns: those that they lack are null. */
  public static Dataset<Row> filled(Dataset<Row> rows, List<Field> fields) {
    Dataset<Row> filled = rows;
    for (Field field : fields) {
      if (!List.of(rows.columns()).contains(field.name())) {
        filled = filled.withColumn(field.name(), field.nullColumn());
      }
    }
    return filled;
  }

  /** The table, with every column free to hold null. */
  public Dataset<Row> table() {
    StructField[] columns =
        fields.stream()
            .map(field -> DataTypes.createStructField(field.name(), field.type(), true))
            .toArray(StructField[]::new);
    return spark.createDataFrame(rows, new StructType(columns));
  }

  private static Object typed(Object value, DataType type) {
    if (value instanceof Integer number && type.equals(DataTypes.LongType)) {
      return number.longValue();
    }
    if (value instanceof Number number && type.equals(DataTypes.DoubleType)) {
      return number.doubleValue();
    }
    if (value != null && type instanceof DecimalType) {
      return new BigDecimal(value.toString());
    }
    if (value instanceof String text) {
      return fromText(text, type);
    }
    return value;
  }

  private static Object fromText(String text, DataType type) {
    if (type.equals(DataTypes.DateType)) {
      return Date.valueOf(LocalDate.parse(text));
    }
    if (type.equals(DataTypes.TimestampType)) {
      return Timestamp.from(Instant.parse(text.length() == 10 ? text + "T00:00:00Z" : text));
    }
    return text;
  }
}
