package dev.dangol.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AcquisitionColumns;
import dev.dangol.table.AsOf;
import dev.dangol.table.Customers;
import dev.dangol.table.Sources;
import java.util.List;
import org.apache.spark.sql.Column;

/** What the customers' own records say of how they came. */
final class CustomerRecords {
  private CustomerRecords() {}

  /**
   * What is taken from each customer's records, of which there may be several. One that says that
   * he signed up after the day is not there yet.
   */
  static Family family() {
    Column signedUp = to_date(Customers.SIGNED_UP_AT.col());
    Column broughtBy = Customers.ACQUIRED_BY.col();
    return new Family(
        Sources.CUSTOMERS,
        List.of(
            Measure.of(
                AcquisitionColumns.SIGNED_UP_ON,
                day -> min(when(day.happened(Customers.SIGNED_UP_AT), signedUp)),
                Customers.SIGNED_UP_AT),
            Measure.of(
                AcquisitionColumns.ACQUIRED_BY,
                day -> min(when(there(day), broughtBy)),
                Customers.ACQUIRED_BY)));
  }

  private static Column there(AsOf day) {
    return coalesce(day.happened(Customers.SIGNED_UP_AT), lit(true));
  }
}
