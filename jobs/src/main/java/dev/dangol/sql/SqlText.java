package dev.dangol.sql;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** Turns SQL text into columns: configured expressions, and names that come with the data. */
public final class SqlText {
  private SqlText() {}

  /** An SQL expression. */
  public static Column expression(String text) {
    return functions.expr(text);
  }

  /** A column by a name that may hold anything: blanks, dots, Korean letters. */
  public static Column column(String name) {
    return functions.col(quote(name));
  }

  /** A name as SQL reads it, whatever it holds. */
  public static String quote(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  /** A number made from a number; null where it is null. */
  public static Column number(NumberToNumber function, Column value) {
    UDF1<Double, Double> perRow = number -> number == null ? null : function.apply(number);
    return functions.udf(perRow, DataTypes.DoubleType).apply(value.cast(DataTypes.DoubleType));
  }

  /** Texts made from a text; null where it is null. */
  public static Column texts(TextToTexts function, Column value) {
    UDF1<String, List<String>> perRow = text -> text == null ? null : function.apply(text);
    return functions
        .udf(perRow, DataTypes.createArrayType(DataTypes.StringType))
        .apply(value.cast(DataTypes.StringType));
  }

  /** A number with only the bit at this place set, 0 to 63. */
  public static Column bit(Column place) {
    return functions.call_function("shiftleft", functions.lit(1L), place);
  }

  /** Function that {@link #number} applies to each row. */
  public interface NumberToNumber extends Serializable {
    /** The number that is made from this one. */
    double apply(double number);
  }

  /** Function that {@link #texts} applies to each row. */
  public interface TextToTexts extends Serializable {
    /** The texts that are made from this one. */
    List<String> apply(String text);
  }

  /** The name of an entry of a map. */
  public static Column mapKey(Column entry) {
    return entry.getField("key");
  }

  /** The text of an entry of a map. */
  public static Column mapValue(Column entry) {
    return entry.getField("value");
  }

  /**
   * The file that each row was read from, as Hadoop writes paths: Spark writes an address, with
   * blanks and percent signs escaped.
   */
  public static Column fileOf(Dataset<Row> read) {
    Column address = read.metadataColumn("_metadata").getField("file_path");
    Column plus = functions.lit("+");
    Column path = functions.url_decode(functions.replace(address, plus, functions.lit("%2B")));
    return functions
        .when(
            path.startsWith("file:///"),
            functions.concat(functions.lit("file:"), functions.substr(path, functions.lit(8))))
        .otherwise(path);
  }

  /** Every cell as text: maps, lists and structs as JSON, everything else as Spark writes it. */
  public static Dataset<Row> texts(Dataset<Row> rows) {
    Dataset<Row> numbered = rows.toDF(places(rows));
    return numbered.select(
        Arrays.stream(numbered.schema().fields()).map(field -> text(field)).toArray(Column[]::new));
  }

  /** Every row as one JSON object, nulls included. */
  public static Dataset<String> json(Dataset<Row> rows) {
    Column[] all = Arrays.stream(rows.columns()).map(SqlText::column).toArray(Column[]::new);
    return rows.select(
            functions.to_json(functions.struct(all), Map.of("ignoreNullFields", "false")))
        .as(Encoders.STRING());
  }

  private static Column text(StructField field) {
    Column cell = functions.col(field.name());
    boolean nested =
        field.dataType() instanceof MapType
            || field.dataType() instanceof ArrayType
            || field.dataType() instanceof StructType;
    return nested ? functions.to_json(cell) : cell.cast(DataTypes.StringType);
  }

  private static String[] places(Dataset<Row> rows) {
    return IntStream.range(0, rows.columns().length)
        .mapToObj(place -> "_" + place)
        .toArray(String[]::new);
  }

  /**
   * Proves that an expression gives one value of the type, or one that may become it, for each row:
   * an aggregate is refused, since it does not.
   *
   * @return the columns of the rows that it uses, by name
   * @throws UnusableExpression where it does not
   */
  public static List<String> prove(Dataset<Row> rows, String text, DataType type)
      throws UnusableExpression {
    SafeSql.refuseUnsafe(text, Arrays.asList(rows.columns()));
    return references(text, () -> rows.select(functions.col("*"), expression(text).try_cast(type)));
  }

  /**
   * Proves that an expression is true or false for each row on its own.
   *
   * @return the columns of the rows that it uses, by name
   * @throws UnusableExpression where it is not, such as a number or an aggregate
   */
  public static List<String> provePredicate(Dataset<Row> rows, String text)
      throws UnusableExpression {
    SafeSql.refuseUnsafe(text, Arrays.asList(rows.columns()));
    return references(text, () -> rows.where(expression(text)));
  }

  /** The columns that the last expression of a plan uses. */
  private static List<String> references(String text, Supplier<Dataset<Row>> use)
      throws UnusableExpression {
    Expression last = last(text, use);
    Optional<String> fault = DatePatterns.fault(last);
    if (fault.isPresent()) {
      throw new UnusableExpression(text, fault.get());
    }
    return CollectionConverters.asJava(last.references().toSeq()).stream()
        .map(Attribute::name)
        .distinct()
        .toList();
  }

  private static Expression last(String text, Supplier<Dataset<Row>> use)
      throws UnusableExpression {
    try {
      var used = (org.apache.spark.sql.classic.Dataset<Row>) use.get();
      return used.logicalPlan().expressions().last();
    } catch (Exception failure) { // Spark throws checked exceptions that it does not declare.
      throw new UnusableExpression(text, failure);
    }
  }

  /** Expression that cannot be read, is refused, or uses a column that does not exist. */
  public static final class UnusableExpression extends Exception {
    private static final long serialVersionUID = 1L;

    private final String text;

    UnusableExpression(String text, Exception cause) {
      super(firstLine(cause), cause);
      this.text = text;
    }

    UnusableExpression(String text, String reason) {
      super(reason);
      this.text = text;
    }

    /** The expression. */
    public String text() {
      return text;
    }

    /** The column that does not exist; empty where something else is wrong. */
    public Optional<String> missingColumn() {
      return getCause() instanceof SparkThrowable spark
              && String.valueOf(spark.getCondition()).startsWith("UNRESOLVED_COLUMN")
          ? Optional.ofNullable(spark.getMessageParameters().get("objectName"))
              .map(name -> name.replace("`", ""))
          : Optional.empty();
    }

    /** The reason in words, with the nearest columns where one is missing. */
    public String explanation() {
      return missingColumn()
          .map(column -> "there is no column " + column + near())
          .orElse(getMessage());
    }

    private String near() {
      String proposal =
          getCause() instanceof SparkThrowable spark
              ? spark.getMessageParameters().getOrDefault("proposal", "")
              : "";
      return proposal.isEmpty() ? "." : "; the nearest are " + proposal.replace("`", "") + ".";
    }

    private static String firstLine(Exception cause) {
      return String.valueOf(cause.getMessage())
          .lines()
          .filter(line -> !line.isBlank())
          .findFirst()
          .orElse("it cannot be read.")
          .replaceFirst("^\\[[A-Z0-9_.]+\\] ", "")
          .replaceFirst(" SQLSTATE: .*$", "");
    }
  }
}
