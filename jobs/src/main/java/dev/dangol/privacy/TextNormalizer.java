package dev.dangol.privacy;

import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.char_length;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.text.Normalizer;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Normalises texts, so that the same text is always written the same. Spark has no Unicode
 * normalisation, and lowers the case of letters beyond ASCII by the machine's language. Plain ASCII
 * is handled by Spark's own functions.
 */
public final class TextNormalizer {
  private static final UserDefinedFunction NORMAL = udf(TextNormalizer::normal);
  private static final UserDefinedFunction LOWER = udf(text -> text.toLowerCase(Locale.ROOT));
  private static final UserDefinedFunction UPPER = udf(text -> text.toUpperCase(Locale.ROOT));
  private static final String NUL = "\u0000";
  private static final String KEY = "key";
  private static final String VALUE = "value";

  private TextNormalizer() {}

  /**
   * The text in normal form C, so that Hangul and accents compare equal however they were typed,
   * without NUL characters and halves of characters. Joiners stay: they belong to words and emoji.
   */
  public static Column normal(Column text) {
    Column whole = replace(text, lit(NUL), lit(""));
    return plainOr(whole, whole, NORMAL);
  }

  /** A map with its keys and values in normal form; of keys that become one, the least value. */
  public static Column normalMap(Column map) {
    Column entries =
        array_sort(
            transform(
                map_entries(map),
                entry ->
                    struct(
                        normal(entry.getField(KEY)).as(KEY),
                        normal(entry.getField(VALUE)).as(VALUE))));
    Column keys = transform(entries, entry -> entry.getField(KEY));
    Column once =
        filter(
            entries,
            (entry, place) -> array_position(keys, entry.getField(KEY)).equalTo(place.plus(1)));
    return map_from_entries(once);
  }

  /** In small letters, whatever the machine's language. */
  public static Column lower(Column text) {
    return plainOr(text, functions.lower(text), LOWER);
  }

  /** In capital letters, whatever the machine's language. */
  public static Column upper(Column text) {
    return plainOr(text, functions.upper(text), UPPER);
  }

  /** A name as it is compared: in normal form, small letters, no blanks around it. */
  public static String plain(String name) {
    return normal(name).strip().toLowerCase(Locale.ROOT);
  }

  static String normal(String text) {
    String whole = text;
    if (text.chars().anyMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
      StringBuilder kept = new StringBuilder(text.length());
      text.codePoints()
          .filter(c -> c != 0 && Character.getType(c) != Character.SURROGATE)
          .forEach(kept::appendCodePoint);
      whole = kept.toString();
    }
    return Normalizer.isNormalized(whole, Normalizer.Form.NFC)
        ? whole
        : Normalizer.normalize(whole, Normalizer.Form.NFC);
  }

  /** The plain column for a text with as many bytes as characters, which is ASCII throughout. */
  private static Column plainOr(Column text, Column plain, UserDefinedFunction other) {
    return when(octet_length(text).equalTo(char_length(text)), plain).otherwise(other.apply(text));
  }

  private static UserDefinedFunction udf(UDF1<String, String> of) {
    UDF1<String, String> nullable = text -> text == null ? null : of.call(text);
    return functions.udf(nullable, DataTypes.StringType);
  }
}
