package dev.dangol.ingest.identity;

import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.CustomerContacts;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Contact details of each customer, merged from all their records. */
public final class ContactRows {
  private static final List<Field> IDENTIFIERS =
      List.of(
          CustomerContacts.NAME,
          CustomerContacts.EMAIL,
          CustomerContacts.PHONE,
          CustomerContacts.ADDRESS);

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
    Column entries = flatten(collect_list(map_entries(CustomerContacts.CONSENT.col())));
    return owned
        .groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(
            first(CustomerContacts.NAME),
            first(CustomerContacts.EMAIL),
            first(CustomerContacts.PHONE),
            first(CustomerContacts.ADDRESS),
            entries.as(LinkColumns.ENTRIES.name()))
        .select(
            SharedColumns.CUSTOMER_ID.col(),
            CustomerContacts.NAME.col(),
            CustomerContacts.EMAIL.col(),
            CustomerContacts.PHONE.col(),
            CustomerContacts.ADDRESS.col(),
            CustomerContacts.CONSENT.is(ConsentHistory.latest(LinkColumns.ENTRIES.col(), asOf)));
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
