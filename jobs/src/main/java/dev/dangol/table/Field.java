package dev.dangol.table;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A column: its name, its type, if it is required, and its meaning in one sentence. The meaning
 * becomes the comment in Delta and the line in the data dictionary.
 *
 * @param name snake_case, with the unit or kind at the end and a window last
 * @param type the Spark type it is stored with
 * @param required true where null is refused
 * @param unit what its numbers are shown in, where people are shown them
 * @param meaning one sentence, with the unit, and what null means where it can be null
 */
public record Field(String name, DataType type, boolean required, Unit unit, String meaning) {
  private static final DataType AMOUNT = DataTypes.createDecimalType(18, 4);
  private static final DataType TOTAL = DataTypes.createDecimalType(28, 4);

  /** Stands for the number of days in the meaning of a column that has windows. */
  private static final String DAYS = "{days}";

  /** A column that is not shown in a unit. */
  public Field(String name, DataType type, boolean required, String meaning) {
    this(name, type, required, Unit.PLAIN, meaning);
  }

  /** Free text or an identifier. */
  public static Field text(String name, String meaning) {
    return new Field(name, DataTypes.StringType, false, meaning);
  }

  /** A point in time. */
  public static Field instant(String name, String meaning) {
    return new Field(name, DataTypes.TimestampType, false, meaning);
  }

  /** A calendar day in the configured time zone. */
  public static Field day(String name, String meaning) {
    return new Field(name, DataTypes.DateType, false, meaning);
  }

  /** A whole number of things. */
  public static Field count(String name, String meaning) {
    return count(Unit.PLAIN, name, meaning);
  }

  /** A whole number of things in a unit. */
  public static Field count(Unit unit, String name, String meaning) {
    return new Field(name, DataTypes.LongType, false, unit, meaning);
  }

  /** An amount of money on one row, in the major unit of the reporting currency. */
  public static Field amount(String name, String meaning) {
    return new Field(name, AMOUNT, false, Unit.MONEY, meaning);
  }

  /** A sum of amounts, in the major unit of the reporting currency. */
  public static Field total(String name, String meaning) {
    return new Field(name, TOTAL, false, Unit.MONEY, meaning);
  }

  /**
   * A sum of amounts on the way to a total, in ten-thousandths of the major unit of the reporting
   * currency. It fails beyond 922 trillion of the major unit.
   */
  public static Field units(String name, String meaning) {
    return count(name, meaning);
  }

  /** A real number: a mean, a share of 0 to 1, a score of 0 to 100. */
  public static Field number(String name, String meaning) {
    return number(Unit.PLAIN, name, meaning);
  }

  /** A real number in a unit. */
  public static Field number(Unit unit, String name, String meaning) {
    return new Field(name, DataTypes.DoubleType, false, unit, meaning);
  }

  /** True or false. */
  public static Field flag(String name, String meaning) {
    return new Field(name, DataTypes.BooleanType, false, meaning);
  }

  /** Names with their texts. */
  public static Field texts(String name, String meaning) {
    DataType type = DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType);
    return new Field(name, type, false, meaning);
  }

  /** Names with their numbers. */
  public static Field numbers(String name, String meaning) {
    DataType type = DataTypes.createMapType(DataTypes.StringType, DataTypes.DoubleType);
    return new Field(name, type, false, meaning);
  }

  /** Names with their counts. */
  public static Field counts(String name, String meaning) {
    DataType type = DataTypes.createMapType(DataTypes.StringType, DataTypes.LongType);
    return new Field(name, type, false, meaning);
  }

  /** A list of texts, in a meaningful order. */
  public static Field list(String name, String meaning) {
    return new Field(name, DataTypes.createArrayType(DataTypes.StringType), false, meaning);
  }

  /** A list of numbers, in a meaningful order. */
  public static Field numberList(String name, String meaning) {
    return new Field(name, DataTypes.createArrayType(DataTypes.DoubleType), false, meaning);
  }

  /** The schema of rows with these columns. */
  public static StructType schema(List<Field> fields) {
    return new StructType(fields.stream().map(Field::structField).toArray(StructField[]::new));
  }

  /** The same column, refusing null. */
  public Field asRequired() {
    return new Field(name, type, true, unit, meaning);
  }

  /** The same column, for tables that also hold rows that could not be used. */
  public Field nullable() {
    return new Field(name, type, false, unit, meaning);
  }

  /** The same kind of column under another name, for a window or a part. */
  public Field renamed(String otherName, String otherMeaning) {
    return new Field(otherName, type, required, unit, otherMeaning);
  }

  /** The same measure over a window of days: null where it is not known, and {days} filled in. */
  public Field windowed(int days) {
    return windowed(days, meaning);
  }

  /**
   * The same measure over a window of days, under its own name without _lifetime.
   *
   * @param ofWindow its meaning, with {days} in place of their number
   */
  public Field windowed(int days, String ofWindow) {
    String column = WindowedName.over(days, name).column();
    return new Field(column, type, false, unit, ofWindow.replace(DAYS, String.valueOf(days)));
  }

  /** True for what can be compared: a number, or a flag, which counts 1 where it is true. */
  public boolean isNumberOrFlag() {
    return type instanceof NumericType || type instanceof BooleanType;
  }

  /** Reads the column. */
  public Column col() {
    return functions.col(name);
  }

  /** Defines the column: the value, cast to its type and given its name. A bad cast fails. */
  public Column is(Column value) {
    return value.cast(type).as(name);
  }

  /** The column with no value: nothing was measured. */
  public Column nullColumn() {
    return is(functions.lit(null));
  }

  /** The column for a schema, with its meaning as the comment. */
  public StructField structField() {
    Metadata metadata = new MetadataBuilder().putString("comment", meaning).build();
    return new StructField(name, type, !required, metadata);
  }
}
