package dev.dangol.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import dev.dangol.features.measure.FeatureFamily;
import dev.dangol.features.measure.FeatureMeasure;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.features.AcquisitionColumns;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.Sources;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Features from customer records: sign-up, acquisition, country, and company or person. */
final class CustomerRecords {
  private CustomerRecords() {}

  /**
   * The measures of a customer's records, of which there may be several. A record with a sign-up
   * after the day is not known yet; others describe rather than happen.
   */
  static FeatureFamily family() {
    Column signedUp = to_date(CustomerSource.SIGNED_UP_AT.col());
    return new FeatureFamily(
        Sources.CUSTOMERS,
        List.of(
            FeatureMeasure.of(
                AcquisitionColumns.SIGNED_UP_ON,
                day -> min(when(day.hasHappened(CustomerSource.SIGNED_UP_AT), signedUp)),
                CustomerSource.SIGNED_UP_AT),
            said(AcquisitionColumns.ACQUIRED_BY, CustomerSource.ACQUIRED_BY, functions::min),
            said(AcquisitionColumns.IS_COMPANY, CustomerSource.IS_COMPANY, functions::max),
            said(AcquisitionColumns.COUNTRY, CustomerSource.COUNTRY, functions::min)));
  }

  private static FeatureMeasure said(Field measure, Field column, UnaryOperator<Column> ofSeveral) {
    return FeatureMeasure.of(
        measure, day -> ofSeveral.apply(when(there(day), column.col())), column);
  }

  private static Column there(AsOf asOf) {
    return coalesce(asOf.hasHappened(CustomerSource.SIGNED_UP_AT), lit(true));
  }
}
