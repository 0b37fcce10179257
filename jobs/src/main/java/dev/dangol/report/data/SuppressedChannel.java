package dev.dangol.report.data;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.SuppressionColumns;
import dev.dangol.table.results.ValueColumns;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Channel in which customers are to be left alone, those who were erased aside.
 *
 * @param channel empty for every channel
 * @param expected net sales expected of them; empty where it is known of none
 */
public record SuppressedChannel(
    Optional<String> channel, long customers, Optional<BigDecimal> expected) {
  private static final String ERASED = "erased";

  /** The channel with the most customers, of equals the first by name; empty where none is. */
  static Optional<SuppressedChannel> read(ReportTables tables) {
    Dataset<Row> suppressed =
        tables
            .of(SuppressionColumns.TABLE)
            .where(SuppressionColumns.REASON.col().notEqual(ERASED))
            .select(SuppressionColumns.CHANNEL.col(), SharedColumns.CUSTOMER_ID.col())
            .distinct();
    Dataset<Row> expected =
        tables
            .of(ValueColumns.customerValue(List.of()))
            .select(SharedColumns.CUSTOMER_ID.col(), ValueColumns.EXPECTED_NET_SALES.col());
    return suppressed
        .join(expected, SharedColumns.CUSTOMER_ID.name())
        .groupBy(SuppressionColumns.CHANNEL.col())
        .agg(
            ReportColumns.CUSTOMERS.is(count(lit(1))),
            ValueColumns.EXPECTED_NET_SALES.is(sum(ValueColumns.EXPECTED_NET_SALES.col())))
        .collectAsList()
        .stream()
        .map(row -> of(new RowReader(row)))
        .max(
            Comparator.comparingLong(SuppressedChannel::customers)
                .thenComparing(line -> line.channel().orElse(""), Comparator.reverseOrder()));
  }

  private static SuppressedChannel of(RowReader cells) {
    return new SuppressedChannel(
        cells.text(SuppressionColumns.CHANNEL),
        cells.count(ReportColumns.CUSTOMERS),
        cells.amount(ValueColumns.EXPECTED_NET_SALES));
  }
}
