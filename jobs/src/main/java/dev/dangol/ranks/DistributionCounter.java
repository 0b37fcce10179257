package dev.dangol.ranks;

import dev.dangol.table.Field;
import dev.dangol.table.RunsSparkJobs;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Counts the distribution of many measures over all customers in one pass. Each partition counts
 * all of the measures, and only the counts are brought together; no row is sorted or moved.
 */
@RunsSparkJobs
public final class DistributionCounter {
  private static final StructType TALLIED =
      new StructType()
          .add("measure", DataTypes.IntegerType)
          .add("keys", DataTypes.createArrayType(DataTypes.LongType))
          .add("counts", DataTypes.createArrayType(DataTypes.LongType))
          .add("dropped", DataTypes.IntegerType);

  private DistributionCounter() {}

  /**
   * Starts a Spark job over the customers.
   *
   * @param customers one row per customer
   * @param measures the numeric columns to count
   */
  public static PercentileRanks of(Dataset<Row> customers, List<Field> measures) {
    Column[] numbers =
        measures.stream().map(field -> field.col().cast("double")).toArray(Column[]::new);
    int size = measures.size();
    MapPartitionsFunction<Row, Row> tally = rows -> tallies(rows, size);
    List<ValueCounts> all = IntStream.range(0, size).mapToObj(any -> new ValueCounts()).toList();
    customers
        .select(numbers)
        .mapPartitions(tally, Encoders.row(TALLIED))
        .collectAsList()
        .forEach(
            row ->
                all.get(row.getInt(0))
                    .add(longs(row.<Long>getList(1)), longs(row.<Long>getList(2)), row.getInt(3)));
    Map<Field, ValueDistribution> spreads = new LinkedHashMap<>();
    IntStream.range(0, size)
        .forEach(i -> spreads.put(measures.get(i), new ValueDistribution(all.get(i))));
    return new PercentileRanks(spreads);
  }

  private static Iterator<Row> tallies(Iterator<Row> rows, int size) {
    List<ValueCounts> tallies =
        IntStream.range(0, size).mapToObj(any -> new ValueCounts()).toList();
    while (rows.hasNext()) {
      Row row = rows.next();
      for (int measure = 0; measure < size; measure++) {
        if (!row.isNullAt(measure)) {
          tallies.get(measure).add(row.getDouble(measure));
        }
      }
    }
    List<Row> told = new ArrayList<>();
    for (int measure = 0; measure < size; measure++) {
      ValueCounts tally = tallies.get(measure);
      told.add(RowFactory.create(measure, tally.keys(), tally.counts(), tally.dropped()));
    }
    return told.iterator();
  }

  private static long[] longs(List<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }
}
