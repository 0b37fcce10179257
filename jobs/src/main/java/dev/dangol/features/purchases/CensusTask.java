package dev.dangol.features.purchases;

import dev.dangol.features.fold.FoldedDay;
import dev.dangol.table.RunsSparkJobs;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Task of a census: the lines of one part are counted.
 *
 * @param prices whether prices are counted
 * @param products whether first buyers are counted
 */
@RunsSparkJobs
record CensusTask(boolean prices, boolean products) implements Serializable {

  /**
   * Counts all lines, in a Spark job whose result does not grow with their number. Counts of parts
   * are added up where they are made before they come to the driver.
   *
   * @param lines as {@link PurchaseLines#ofCensus} gives them, those of a customer together
   */
  static CensusCounts count(Dataset<Row> lines, boolean prices, boolean products) {
    CensusTask task = new CensusTask(prices, products);
    return ((org.apache.spark.sql.classic.Dataset<Row>) lines)
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapPartitions(rows -> List.of(task.count(rows)).iterator())
        .treeAggregate(new CensusCounts(), CensusTask::together, CensusTask::together, 2);
  }

  private static CensusCounts together(CensusCounts some, CensusCounts others) {
    some.addAll(others);
    return some;
  }

  /** The counts of lines of which those of a customer come together. */
  CensusCounts count(Iterator<InternalRow> rows) {
    CensusCounts counts = new CensusCounts();
    FirstDays own = new FirstDays();
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      if (products && !row.isNullAt(2)) {
        own.add(row, counts.products());
      }
      if (prices && !row.isNullAt(4)) {
        UTF8String category = row.getUTF8String(3);
        counts.described().add(category, row.getDouble(4));
        if ((row.getLong(5) & FoldedDay.EARLIER.known()) != 0) {
          counts.before().add(category, row.getDouble(4));
        }
      }
    }
    own.end(counts.products());
    counts.described().settled();
    counts.before().settled();
    return counts;
  }

  /** First days on which one customer bought each product. */
  private static final class FirstDays {
    private final Map<UTF8String, Integer> days = new HashMap<>();
    private UTF8String customer;

    void add(InternalRow row, ProductCensus products) {
      UTF8String next = row.getUTF8String(0);
      if (!next.equals(customer)) {
        end(products);
        customer = next.copy();
      }
      UTF8String product = row.getUTF8String(2);
      Integer known = days.get(product);
      int day = row.getInt(1);
      if (known == null) {
        days.put(product.copy(), day);
      } else if (day < known) {
        days.replace(product, day);
      }
    }

    void end(ProductCensus products) {
      days.forEach(products::add);
      days.clear();
    }
  }
}
