package dev.dangol.report.data;

import dev.dangol.table.RowReader;
import dev.dangol.table.results.AcquisitionSourceColumns;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Source that brought customers.
 *
 * @param name empty where it is not known
 * @param winning the cost of winning one customer
 * @param keeping the cost of keeping one to date
 * @param back net sales for one unit of money spent
 */
public record OriginLine(
    Optional<String> name,
    long customers,
    long referred,
    OptionalDouble winning,
    OptionalDouble keeping,
    BigDecimal netSales,
    OptionalDouble back) {
  static List<OriginLine> read(Dataset<Row> sources) {
    return sources.collectAsList().stream()
        .map(RowReader::new)
        .map(
            cells ->
                new OriginLine(
                    cells.text(AcquisitionSourceColumns.ACQUIRED_BY),
                    cells.count(AcquisitionSourceColumns.CUSTOMERS),
                    cells.count(AcquisitionSourceColumns.WORD_OF_MOUTH),
                    cells.number(AcquisitionSourceColumns.COST_PER_CUSTOMER),
                    cells.number(AcquisitionSourceColumns.KEEP_COST),
                    cells.total(AcquisitionSourceColumns.NET_SALES),
                    cells.number(AcquisitionSourceColumns.RETURN_ON_COST)))
        .sorted(
            Comparator.comparing(OriginLine::customers)
                .reversed()
                .thenComparing(line -> line.name().orElse("")))
        .toList();
  }
}
