package dev.dangol.config.export;

import dev.dangol.config.hocon.ValueRule;
import dev.dangol.privacy.IdentifierForm;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.AcquisitionColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.FeatureTable;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.SegmentColumns;
import dev.dangol.table.results.ValueColumns;
import dev.dangol.table.sources.CustomerContacts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Columns that files for people may have.
 *
 * @param names those of contacts, features, value, segments and fit, each once
 */
public record ExportColumns(List<String> names) {
  /** The customer's pseudonym, in place of their id. */
  public static final String PSEUDONYM = FileColumn.OWN + "pseudonym";

  /** Those of a file for which none are chosen: nobody can be reached by them. */
  static final List<String> USUAL =
      Stream.of(
              SharedColumns.CUSTOMER_ID,
              SharedColumns.SEGMENT_NAME,
              CohortColumns.FIT_LEVEL,
              FeatureColumns.NET_SALES_LIFETIME)
          .map(Field::name)
          .toList();

  private static final String PSEUDONYM_NAME = "pseudonym";

  public ExportColumns {
    names = List.copyOf(names);
  }

  /**
   * Lists them.
   *
   * @param windows the configured windows of days, which decide the columns of customer_features
   * @param horizons the configured days ahead, which decide those of customer_value
   */
  public static ExportColumns of(List<Integer> windows, List<Integer> horizons) {
    List<Field> own =
        List.of(
            SharedColumns.CUSTOMER_ID,
            CustomerContacts.NAME,
            CustomerContacts.FIRST_NAME,
            CustomerContacts.LAST_NAME,
            CustomerContacts.EMAIL,
            CustomerContacts.PHONE,
            CustomerContacts.ADDRESS,
            AcquisitionColumns.COUNTRY);
    return new ExportColumns(
        Stream.of(
                own,
                FeatureTable.of(windows).fields(),
                ValueColumns.customerValue(horizons).fields(),
                SegmentColumns.CUSTOMER_SEGMENTS.fields(),
                CohortColumns.CUSTOMER_FIT.fields())
            .flatMap(List::stream)
            .map(Field::name)
            .distinct()
            .toList());
  }

  /** The name of one of them, or of the pseudonym. */
  ValueRule<String> rule() {
    List<String> known = Stream.concat(Stream.of(PSEUDONYM_NAME), names.stream()).toList();
    return new ValueRule<>(
        "customer_id, pseudonym, name, first_name, last_name, email, phone, address, country, or a"
            + " column of customer_features, customer_value, customer_segments or customer_fit",
        known,
        SharedColumns.CUSTOMER_ID.name(),
        text -> Optional.of(text).filter(known::contains));
  }

  /** The column of a file for people. */
  static FileColumn ofPeople(String name) {
    if (name.equals(PSEUDONYM_NAME)) {
      return FileColumn.plain(name, PSEUDONYM);
    }
    FileColumn column = FileColumn.plain(name, name);
    if (name.equals(CustomerContacts.EMAIL.name())) {
      return column.in(IdentifierForm.EMAIL);
    }
    return name.equals(CustomerContacts.PHONE.name())
        ? column.in(IdentifierForm.PHONE_E164)
        : column;
  }
}
