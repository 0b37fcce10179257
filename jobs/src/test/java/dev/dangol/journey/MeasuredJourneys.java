package dev.dangol.journey;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.TestDay;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;

/** Statistics of made-up people's journeys, measured as the job does. */
final class MeasuredJourneys {
  /** Forty-one days after the first moment. */
  static final AsOf DAY = TestDay.of("2024-11-13");

  private MeasuredJourneys() {}

  static JourneyStatistics measured(
      SparkSession spark, Random chance, List<GivenPerson> people, List<Row> journeys) {
    Map<Source, Dataset<Row>> clean =
        new GivenTables(people)
            .spending(DAY.end().minusSeconds(9 * 86_400), 100_0001L, "mail", null)
            .spending(DAY.end().minusSeconds(9 * 86_400), 50_0000L, null, "discovery")
            .spending(DAY.end().minusSeconds(9 * 86_400), 7_0000L, "billboard", null)
            .shuffled(spark, chance);
    JourneyTraces traces = new JourneyTraces(GivenStages.settings(), Duration.ofSeconds(10), DAY);
    Dataset<Row> followed = traces.of(clean, Optional.empty(), Optional.empty()).localCheckpoint();
    JourneyStatistics found =
        JourneyStatistics.of(
            traces.rules(clean.keySet()), followed, Optional.of(clean.get(Sources.COSTS)), DAY);
    journeys.addAll(found.journeys(followed, DAY).collectAsList());
    return found;
  }

  static List<GivenPerson> people() {
    Random chance = new Random(41);
    return Stream.iterate(0, number -> number + 1)
        .limit(150)
        .map(number -> GivenPerson.drawn(number, chance, 60))
        .toList();
  }

  /** Rows that were made without a session, with their columns. */
  static List<RowReader> read(List<Row> made, List<Field> fields) {
    return made.stream()
        .map(
            row -> {
              Object[] cells = new Object[row.size()];
              for (int i = 0; i < cells.length; i++) {
                cells[i] = row.get(i);
              }
              return new RowReader(new GenericRowWithSchema(cells, Field.schema(fields)));
            })
        .toList();
  }

  static Double boxed(OptionalDouble number) {
    return number.isPresent() ? (Double) number.getAsDouble() : null;
  }
}
