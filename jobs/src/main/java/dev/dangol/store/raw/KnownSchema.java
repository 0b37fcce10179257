package dev.dangol.store.raw;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Schema of the raw columns as read before, which new files may extend.
 *
 * @param schema the columns
 * @param types how much a type may differ
 */
record KnownSchema(StructType schema, TypeOrigin types) {

  /** Origin of a column's type. */
  enum TypeOrigin {
    /** Stated by the files: a column of another type is another column. */
    FIXED,
    /** Inferred from text: values that fit the wider type of before are read as that type. */
    GUESSED
  }

  private static final List<DataType> WIDENING =
      List.of(DataTypes.IntegerType, DataTypes.LongType, DataTypes.DoubleType);

  /** The known columns in their order, then the new ones; empty where a type has changed. */
  Optional<StructType> with(StructType found) {
    return merge(schema, found).map(StructType.class::cast);
  }

  private Optional<DataType> merge(DataType known, DataType found) {
    if (known instanceof StructType before && found instanceof StructType now) {
      return merge(before, now);
    }
    if (known instanceof ArrayType before && found instanceof ArrayType now) {
      return merge(before.elementType(), now.elementType()).map(DataTypes::createArrayType);
    }
    return known.equals(found) || (types == TypeOrigin.GUESSED && holds(known, found))
        ? Optional.of(known)
        : Optional.empty();
  }

  private Optional<DataType> merge(StructType known, StructType found) {
    Map<String, StructField> fields = new LinkedHashMap<>();
    for (StructField field : known.fields()) {
      fields.put(key(field), field);
    }
    for (StructField field : found.fields()) {
      StructField before = fields.putIfAbsent(key(field), field);
      if (before != null) {
        Optional<DataType> type = merge(before.dataType(), field.dataType());
        if (type.isEmpty()) {
          return Optional.empty();
        }
        fields.put(key(field), DataTypes.createStructField(before.name(), type.get(), true));
      }
    }
    return Optional.of(new StructType(fields.values().toArray(StructField[]::new)));
  }

  private static boolean holds(DataType known, DataType found) {
    return known.equals(DataTypes.StringType)
        || (WIDENING.contains(found) && WIDENING.indexOf(known) > WIDENING.indexOf(found));
  }

  private static String key(StructField field) {
    return field.name().toLowerCase(Locale.ROOT);
  }
}
