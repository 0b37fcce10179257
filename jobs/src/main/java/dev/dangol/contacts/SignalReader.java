package dev.dangol.contacts;

import dev.dangol.contacts.CustomerSignal.SignalSubject;
import dev.dangol.contacts.CustomerSignal.SignalTimes;
import dev.dangol.table.ColumnReader;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.MessageSource;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Reader of signals from rows that have the columns of {@link SignalColumns} in their order. */
final class SignalReader {
  private static final StructType SCHEMA = Field.schema(SignalColumns.ALL);

  private static final ColumnReader CUSTOMER = reader(SharedColumns.CUSTOMER_ID);
  private static final ColumnReader AT = reader(SignalColumns.AT);
  private static final ColumnReader KIND = reader(SignalColumns.KIND);
  private static final ColumnReader ID = reader(SignalColumns.ID);
  private static final ColumnReader CHANNEL = reader(SharedColumns.CHANNEL);
  private static final ColumnReader CAMPAIGN = reader(SharedColumns.CAMPAIGN_ID);
  private static final ColumnReader PROMOTION_TYPE = reader(MessageSource.PROMOTION_TYPE);
  private static final ColumnReader CREATIVE = reader(MessageSource.CREATIVE);
  private static final ColumnReader CATEGORY = reader(SharedColumns.CATEGORY);
  private static final ColumnReader FIRST = reader(SignalColumns.FIRST);
  private static final ColumnReader CLICKED = reader(SignalColumns.CLICKED);
  private static final ColumnReader REPLIED = reader(SignalColumns.REPLIED);
  private static final ColumnReader HOUR = reader(SignalColumns.HOUR);
  private static final ColumnReader WEEKDAY = reader(SignalColumns.WEEKDAY);
  private static final ColumnReader LEFT = reader(SignalColumns.LEFT);
  private static final ColumnReader COMPLAINED = reader(SignalColumns.COMPLAINED);
  private static final ColumnReader COST = reader(SignalColumns.COST);

  private SignalReader() {}

  private static ColumnReader reader(Field field) {
    return ColumnReader.of(SCHEMA, field);
  }

  static String customer(Row row) {
    return CUSTOMER.text(row);
  }

  static CustomerSignal signal(Row row) {
    SignalSubject subject =
        new SignalSubject(
            CHANNEL.text(row),
            CAMPAIGN.text(row),
            PROMOTION_TYPE.text(row),
            CREATIVE.text(row),
            CATEGORY.text(row));
    SignalTimes times =
        new SignalTimes(
            time(FIRST, row),
            time(CLICKED, row),
            time(REPLIED, row),
            (int) number(HOUR, row),
            (int) number(WEEKDAY, row),
            number(LEFT, row) > 0,
            number(COMPLAINED, row) > 0);
    SignalKind kind = SignalKind.at(KIND.count(row));
    long cost = COST.isNull(row) ? CustomerSignal.UNKNOWN : COST.count(row);
    return new CustomerSignal(kind, AT.count(row), ID.text(row), subject, times, cost);
  }

  private static long time(ColumnReader column, Row row) {
    return column.isNull(row) ? CustomerSignal.NEVER : column.count(row);
  }

  private static long number(ColumnReader column, Row row) {
    return column.isNull(row) ? 0 : column.count(row);
  }
}
