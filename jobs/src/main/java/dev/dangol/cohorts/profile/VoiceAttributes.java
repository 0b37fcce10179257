package dev.dangol.cohorts.profile;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ProfileColumns;
import dev.dangol.table.results.VoiceColumns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Attributes from what customers wrote: themes that they praise, and those they complain of. */
public final class VoiceAttributes {
  private VoiceAttributes() {}

  /**
   * One row per customer and attribute: the themes of their high-rated texts, known of those who
   * have written one, and the same of low-rated ones.
   *
   * @param themes the rows of {@code customer_themes} of the day
   */
  public static Dataset<Row> traits(Dataset<Row> themes) {
    return ProfileAttribute.rows(
        themes
            .groupBy(SharedColumns.CUSTOMER_ID.col())
            .agg(
                ProfileAttribute.all(
                    ProfileAttribute.of(
                        ProfileColumns.WHY, "praises", themes(VoiceColumns.HIGH_TEXTS)),
                    ProfileAttribute.of(
                        ProfileColumns.WHO, "complains_of", themes(VoiceColumns.LOW_TEXTS)))));
  }

  private static Column themes(Field texts) {
    Column any = texts.col().gt(0);
    Column theme = VoiceColumns.THEME.col();
    Column own = any.and(theme.notEqual(VoiceColumns.ALL));
    return when(bool_or(any), array_sort(collect_set(when(own, theme))));
  }
}
