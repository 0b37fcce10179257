package dev.dangol.segments;

import dev.dangol.segments.SegmentTransitions.CentreDistance;
import dev.dangol.segments.SegmentTransitions.TransitionCount;
import dev.dangol.segments.lineage.SegmentMove;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.SegmentColumns;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Counts transitions between the previous and today's segments, in one Spark job. */
@RunsSparkJobs
final class TransitionCounter {
  private static final Field FROM =
      Field.text("_from", "The segment before; null for a new customer.");
  private static final Field TO = Field.text("_to", "The segment today; null for one who left.");

  private static final Field NEAREST =
      new Field(
          "_nearest",
          Field.schema(List.of(SegmentColumns.DISTANCE, SharedColumns.CUSTOMER_ID)),
          false,
          "The least distance, and the first id that has it.");

  private TransitionCounter() {}

  /**
   * Counts the transitions.
   *
   * @param members today's customers, as {@link SegmentMembers} gives them, by the numbers of the
   *     centres
   * @param before customer_segments of the last day that was run; empty where there was none
   */
  static SegmentTransitions of(Dataset<Row> members, Optional<Dataset<Row>> before) {
    Column[] measured = {
      SharedColumns.CUSTOMER_ID.col(),
      TO.is(place()),
      FeatureColumns.NET_SALES_LIFETIME.col(),
      SegmentColumns.DISTANCE.col(),
      SegmentColumns.OUTLIER.col()
    };
    Dataset<Row> today = members.select(measured);
    String[] key = {SharedColumns.CUSTOMER_ID.name()};
    Dataset<Row> moves =
        before
            .map(earlier -> today.join(places(earlier), key, "full"))
            .orElseGet(() -> today.withColumn(FROM.name(), FROM.nullColumn()));
    return new SegmentTransitions(
        moves
            .groupBy(FROM.col(), TO.col())
            .agg(
                SegmentColumns.SIZE.is(functions.count(functions.lit(1))),
                SegmentColumns.NET_SALES.is(functions.sum(FeatureColumns.NET_SALES_LIFETIME.col())),
                functions.min(typical()).as(NEAREST.name()))
            .collectAsList()
            .stream()
            .map(row -> count(new RowReader(row)))
            .toList());
  }

  /** The distance, endless for those who are set aside: they are nobody's typical member. */
  private static Column typical() {
    Column distance =
        functions
            .when(functions.not(SegmentColumns.OUTLIER.col()), SegmentColumns.DISTANCE.col())
            .otherwise(Double.POSITIVE_INFINITY);
    return functions.struct(SegmentColumns.DISTANCE.is(distance), SharedColumns.CUSTOMER_ID.col());
  }

  private static Dataset<Row> places(Dataset<Row> earlier) {
    return earlier.select(SharedColumns.CUSTOMER_ID.col(), FROM.is(place()));
  }

  private static Column place() {
    return functions.coalesce(SharedColumns.SEGMENT_ID.col(), functions.lit(SegmentMove.OUTLIER));
  }

  private static TransitionCount count(RowReader cells) {
    String from = cells.text(FROM).orElse(SegmentMove.NEW);
    String to = cells.text(TO).orElse(SegmentMove.LEFT);
    RowReader near = cells.struct(NEAREST);
    OptionalDouble distance = near.number(SegmentColumns.DISTANCE);
    Optional<CentreDistance> nearest =
        distance.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new CentreDistance(
                    distance.getAsDouble(), near.text(SharedColumns.CUSTOMER_ID).orElseThrow()));
    return new TransitionCount(
        new SegmentMove(from, to, cells.count(SegmentColumns.SIZE)),
        cells.total(SegmentColumns.NET_SALES),
        nearest);
  }
}
