package dev.dangol.ranks;

import dev.dangol.table.ColumnReader;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.RunsSparkJobs;
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
import org.apache.spark.sql.types.DataTypes;

/**
 * Counts the distribution of many measures over all customers in one pass. Each partition counts
 * all of the measures, and only the counts are brought together; no row is sorted or moved.
 */
@RunsSparkJobs
public final class DistributionCounter {
  private static final Field MEASURE = Field.count("measure", "Which of the measures, from 0.");
  private static final Field KEYS = wholeNumbers("keys", "The keys of its values, in order.");
  private static final Field COUNTS = wholeNumbers("counts", "How often each of them occurs.");
  private static final Field DROPPED =
      Field.count("dropped", "How many of the last binary digits of the keys were dropped.");
  private static final List<Field> TALLIED = List.of(MEASURE, KEYS, COUNTS, DROPPED);

  private DistributionCounter() {}

  /**
   * Starts a Spark job over the customers.
   *
   * @param customers one row per customer
   * @param measures the numeric columns to count
   */
  public static PercentileRanks of(Dataset<Row> customers, List<Field> measures) {
    Dataset<Row> numbers =
        customers.select(measures.stream().map(DistributionCounter::number).toArray(Column[]::new));
    List<ColumnReader> readers = ColumnReader.of(numbers.schema(), measures);
    MapPartitionsFunction<Row, Row> tally = rows -> tallies(rows, readers);
    List<ValueCounts> all = none(measures.size());
    numbers
        .mapPartitions(tally, Encoders.row(Field.schema(TALLIED)))
        .collectAsList()
        .forEach(row -> add(new RowReader(row), all));
    Map<Field, ValueDistribution> spreads = new LinkedHashMap<>();
    IntStream.range(0, measures.size())
        .forEach(i -> spreads.put(measures.get(i), new ValueDistribution(all.get(i))));
    return new PercentileRanks(spreads);
  }

  private static Column number(Field measure) {
    return Field.number(measure.name(), measure.meaning()).is(measure.col());
  }

  private static List<ValueCounts> none(int measures) {
    return IntStream.range(0, measures).mapToObj(any -> new ValueCounts()).toList();
  }

  private static void add(RowReader tally, List<ValueCounts> all) {
    all.get((int) tally.count(MEASURE))
        .add(
            longs(tally.countList(KEYS)),
            longs(tally.countList(COUNTS)),
            (int) tally.count(DROPPED));
  }

  private static Iterator<Row> tallies(Iterator<Row> rows, List<ColumnReader> measures) {
    List<ValueCounts> tallies = none(measures.size());
    while (rows.hasNext()) {
      Row row = rows.next();
      for (int measure = 0; measure < measures.size(); measure++) {
        ColumnReader reader = measures.get(measure);
        if (!reader.isNull(row)) {
          tallies.get(measure).add(reader.number(row));
        }
      }
    }
    return IntStream.range(0, tallies.size())
        .mapToObj(measure -> row(measure, tallies.get(measure)))
        .iterator();
  }

  private static Row row(int measure, ValueCounts tally) {
    return RowWriter.of("tallies", TALLIED)
        .set(MEASURE, (long) measure)
        .set(KEYS, tally.keys())
        .set(COUNTS, tally.counts())
        .set(DROPPED, (long) tally.dropped())
        .row();
  }

  private static Field wholeNumbers(String name, String meaning) {
    return new Field(name, DataTypes.createArrayType(DataTypes.LongType), false, meaning);
  }

  private static long[] longs(List<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }
}
