package dev.dangol.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AcquisitionColumns;
import dev.dangol.table.AsOf;
import dev.dangol.table.Customers;
import dev.dangol.table.Field;
import dev.dangol.table.Sources;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** What the customers' own records say of who they are and how they came. */
final class CustomerRecords {
  private CustomerRecords() {}

  /**
   * What is taken from each customer's records, of which there may be several. One that says that
   * he signed up after the day is not there yet.
   */
  static Family family() {
    Column signedUp = to_date(Customers.SIGNED_UP_AT.col());
    return new Family(
        Sources.CUSTOMERS,
        List.of(
            Measure.of(
                AcquisitionColumns.SIGNED_UP_ON,
                day -> min(when(day.happened(Customers.SIGNED_UP_AT), signedUp)),
                Customers.SIGNED_UP_AT),
            said(AcquisitionColumns.ACQUIRED_BY, Customers.ACQUIRED_BY, functions::min),
            said(AcquisitionColumns.IS_COMPANY, Customers.IS_COMPANY, functions::max),
            said(AcquisitionColumns.COUNTRY, Customers.COUNTRY, functions::min)));
  }

  private static Measure said(Field measure, Field column, UnaryOperator<Column> ofSeveral) {
    return Measure.of(measure, day -> ofSeveral.apply(when(there(day), column.col())), column);
  }

  private static Column there(AsOf day) {
    return coalesce(day.happened(Customers.SIGNED_UP_AT), lit(true));
  }
}
