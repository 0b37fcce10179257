package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.AcquisitionColumns;
import dev.dangol.table.features.FeatureNames;
import dev.dangol.table.features.FeatureTable;
import dev.dangol.table.sources.CustomerContacts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Meanings of the columns of customers, in the readers' language. */
public final class ColumnMeanings {
  private final Map<String, String> sentences = new HashMap<>();
  private final boolean korean;

  /**
   * Collects them.
   *
   * @param windows the configured windows of days, which decide the columns of customer_features
   * @param horizons the configured days ahead, which decide those of customer_value
   * @param korean true for readers of Korean, who get a column's name; else its sentence
   */
  public ColumnMeanings(List<Integer> windows, List<Integer> horizons, boolean korean) {
    this.korean = korean;
    Stream.of(
            List.of(SharedColumns.CUSTOMER_ID, AcquisitionColumns.COUNTRY),
            CustomerContacts.TABLE.fields(),
            FeatureTable.of(windows).fields(),
            ValueColumns.customerValue(horizons).fields(),
            SegmentColumns.CUSTOMER_SEGMENTS.fields(),
            CohortColumns.CUSTOMER_FIT.fields())
        .flatMap(List::stream)
        .forEach((Field field) -> sentences.putIfAbsent(field.name(), field.meaning()));
    sentences.put("pseudonym", "The customer, unrecognisable without the key of the business.");
    if (korean) {
      sentences.putAll(KoreanMeanings.ALL);
    }
  }

  /** The meaning of a column; the column's own name where none is known. */
  public String of(String column) {
    if (korean && !KoreanMeanings.ALL.containsKey(column)) {
      String name = FeatureNames.in(Locale.KOREAN).name(column);
      return name.equals(column) ? sentences.getOrDefault(column, column) : name;
    }
    return sentences.getOrDefault(column, column);
  }
}
