package dev.dangol.job.forget;

import dev.dangol.config.Settings;
import dev.dangol.privacy.ErasureTarget;
import dev.dangol.privacy.IdentifierForm;
import dev.dangol.store.Lake;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.Sources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Addresses of customers to be erased, by which they are known again under another id. */
final class ErasedAddresses {
  private ErasedAddresses() {}

  /** Their e-mails and phones in normal form, by the columns that hold them. */
  static Map<Field, Set<String>> of(Lake lake, Settings settings, ErasureTarget trace) {
    Map<String, String> countries = new HashMap<>();
    rows(lake.read(Sources.CUSTOMERS.clean()), trace)
        .forEach(
            record ->
                record
                    .text(CustomerSource.COUNTRY)
                    .ifPresent(country -> countries.put(id(record), country)));
    Set<String> emails = new TreeSet<>();
    Set<String> phones = new TreeSet<>();
    String region = settings.identity().phoneRegion().orElse("");
    for (RowReader contact : rows(lake.read(CustomerContacts.TABLE), trace)) {
      String country = countries.getOrDefault(id(contact), region);
      emails.add(IdentifierForm.EMAIL.of(text(contact, CustomerContacts.EMAIL), country));
      phones.add(IdentifierForm.PHONE_E164.of(text(contact, CustomerContacts.PHONE), country));
    }
    emails.remove("");
    phones.remove("");
    return Map.of(CustomerContacts.EMAIL, emails, CustomerContacts.PHONE, phones);
  }

  private static List<RowReader> rows(Dataset<Row> table, ErasureTarget trace) {
    return table.where(trace.key(SharedColumns.CUSTOMER_ID)).collectAsList().stream()
        .map(RowReader::new)
        .toList();
  }

  private static String id(RowReader row) {
    return row.text(SharedColumns.CUSTOMER_ID).orElseThrow();
  }

  private static String text(RowReader row, Field field) {
    return row.text(field).orElse("");
  }
}
