package dev.dangol.cohorts.profile;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.mode;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ProfileColumns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** An attribute of a customer with their values of it: null where it is not known. */
final class ProfileAttribute {
  private ProfileAttribute() {}

  static Column of(String facet, String attribute, Column values) {
    return of(facet, lit(attribute), values);
  }

  static Column of(String facet, Column attribute, Column values) {
    return of(lit(facet), attribute, values);
  }

  static Column of(Column facet, Column attribute, Column values) {
    return struct(
        ProfileColumns.FACET.is(facet),
        ProfileColumns.ATTRIBUTE.is(attribute),
        ProfileColumns.VALUES.is(values));
  }

  /** The one value that there is; null for null and for a blank one. */
  static Column one(Column value) {
    Column text = asText(value);
    return when(text.isNotNull(), array(text));
  }

  /** Yes or no. */
  static Column flag(Column value) {
    return when(value.isNotNull(), array(when(value, lit("yes")).otherwise(lit("no"))));
  }

  /** Of a group of rows, the value that most of them have; of equals the first by its letters. */
  static Column most(Column value) {
    return one(mode(asText(value), true));
  }

  /** Of a group of rows, every value; null where none of them has any. */
  static Column every(Column value) {
    Column values = collect_set(asText(value));
    return when(size(values).gt(0), values);
  }

  /** The list without blanks and repetitions; null where it is null. */
  static Column clean(Column values) {
    Column texts = transform(values, ProfileAttribute::asText);
    return array_distinct(filter(texts, Column::isNotNull));
  }

  /** One row per customer and attribute that is known of them. */
  static Dataset<Row> rows(Dataset<Row> customers) {
    return customers
        .select(SharedColumns.CUSTOMER_ID.col(), inline(ProfileColumns.TRAITS.col()))
        .where(ProfileColumns.VALUES.col().isNotNull());
  }

  /** All attributes of a row or group of rows, for {@link #rows}. */
  static Column all(Column... traits) {
    return array(traits).as(ProfileColumns.TRAITS.name());
  }

  static Column asText(Column value) {
    return nullif(trim(value.cast("string")), lit(""));
  }
}
