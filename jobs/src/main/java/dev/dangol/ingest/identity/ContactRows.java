package dev.dangol.ingest.identity;

import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.table.sources.CustomerSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Contact details of each customer, merged from all their records. */
public final class ContactRows {
  private static final List<Field> IDENTIFIERS =
      List.of(
          CustomerContacts.NAME,
          CustomerContacts.FIRST_NAME,
          CustomerContacts.LAST_NAME,
          CustomerContacts.EMAIL,
          CustomerContacts.PHONE,
          CustomerContacts.ADDRESS,
          CustomerContacts.POSTCODE,
          CustomerContacts.BIRTH_DATE,
          CustomerContacts.MADID);

  private ContactRows() {}

  /**
   * One row per customer: the record of their own id first, its gaps filled from their other ids in
   * order; of several records of one id, from the least. Consent is the latest by channel.
   *
   * @param records accepted customer records, several of one customer among them
   * @param renames which ids belong to a customer of another id
   */
  public static Dataset<Row> of(Dataset<Row> records, Dataset<Row> renames, AsOf asOf) {
    Column id = LinkColumns.RECORD_ID.col();
    Dataset<Row> owned =
        CustomerRenames.apply(
                SharedColumns.CUSTOMER_ID,
                records.withColumn(LinkColumns.RECORD_ID.name(), SharedColumns.CUSTOMER_ID.col()),
                renames)
            .withColumn(LinkColumns.OTHER.name(), id.notEqual(SharedColumns.CUSTOMER_ID.col()));
    for (Field moved : CustomerContacts.MOVED_ATTRIBUTES) {
      owned = owned.withColumn(moved.name(), moved.is(attribute(moved)));
    }
    Column entries = flatten(collect_list(map_entries(CustomerContacts.CONSENT.col())));
    Column[] found =
        Stream.concat(
                IDENTIFIERS.stream().map(ContactRows::first),
                Stream.of(entries.as(LinkColumns.ENTRIES.name())))
            .toArray(Column[]::new);
    return owned
        .groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(found[0], Arrays.copyOfRange(found, 1, found.length))
        .select(columns(asOf));
  }

  private static Column[] columns(AsOf asOf) {
    Column entries = LinkColumns.ENTRIES.col();
    Map<Field, Column> made =
        Map.of(
            CustomerContacts.CONSENT, ConsentHistory.latest(entries, asOf),
            CustomerContacts.CONSENT_HISTORY, ConsentHistory.all(entries, asOf));
    return CustomerContacts.TABLE.fields().stream()
        .map(field -> made.containsKey(field) ? field.is(made.get(field)) : field.col())
        .toArray(Column[]::new);
  }

  private static Column attribute(Field field) {
    return nullif(
        trim(try_element_at(CustomerSource.ATTRIBUTES.col(), lit(field.name()))), lit(""));
  }

  /** The first value in the order of the records. */
  private static Column first(Field field) {
    Column[] order = {
      LinkColumns.OTHER.col(),
      LinkColumns.RECORD_ID.col(),
      struct(IDENTIFIERS.stream().map(Field::col).toArray(Column[]::new)),
      field.col().as(LinkColumns.RECORD.name())
    };
    Column record = when(field.col().isNotNull(), struct(order));
    return min(record).getField(LinkColumns.RECORD.name()).as(field.name());
  }
}
