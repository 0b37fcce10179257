package dev.dangol.contacts.affinity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_append;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.Field;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.AffinityColumns;
import dev.dangol.table.results.PreferenceColumns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Counts of messages and responses by group, facet and value, in one pass over the customers. */
@RunsSparkJobs
public final class AffinityCounts {
  private AffinityCounts() {}

  /**
   * One value of a facet in a group.
   *
   * @param value null for all messages of which the facet is known
   */
  record AffinityKey(String group, String facet, String value) {}

  /**
   * The rows of {@code affinities}, without their day; starts a Spark job.
   *
   * @param preferences the rows of {@code contact_preferences}
   * @param segments one row per customer with their segment
   * @param cohorts one row per cohort and member
   */
  static Map<AffinityKey, ResponseSums> of(
      Dataset<Row> preferences, Dataset<Row> segments, Dataset<Row> cohorts) {
    MapPartitionsFunction<Row, Row> tally = GroupTally::rows;
    Column[] sums =
        SumColumns.SUMS.stream().map(field -> field.is(sum(field.col()))).toArray(Column[]::new);
    List<Row> rows =
        grouped(preferences, segments, cohorts)
            .mapPartitions(tally, Encoders.row(Field.schema(SumColumns.ALL)))
            .groupBy(SumColumns.GROUP.col(), SumColumns.FACET.col(), SumColumns.VALUE.col())
            .agg(sums[0], List.of(sums).subList(1, sums.length).toArray(Column[]::new))
            .collectAsList();
    Map<AffinityKey, ResponseSums> found = new HashMap<>();
    rows.forEach(row -> found.put(GroupTally.key(row), GroupTally.sums(row)));
    return found;
  }

  private static Dataset<Row> grouped(
      Dataset<Row> preferences, Dataset<Row> segments, Dataset<Row> cohorts) {
    String key = SharedColumns.CUSTOMER_ID.name();
    Column segment = named(AffinityColumns.SEGMENT, SharedColumns.SEGMENT_ID);
    Column none = array().cast(SumColumns.GROUPS.type());
    Dataset<Row> members =
        cohorts
            .groupBy(SharedColumns.CUSTOMER_ID.col())
            .agg(
                collect_set(named(AffinityColumns.COHORT, SharedColumns.COHORT))
                    .as(SumColumns.GROUPS.name()));
    Column groups = array_append(coalesce(SumColumns.GROUPS.col(), none), lit(SumColumns.EVERYONE));
    return preferences
        .join(
            segments.select(SharedColumns.CUSTOMER_ID.col(), SharedColumns.SEGMENT_ID.col()),
            key,
            "left")
        .join(members, key, "left")
        .select(
            PreferenceColumns.SENT_BY.col(),
            PreferenceColumns.RESPONDED_BY.col(),
            SumColumns.GROUPS.is(
                when(SharedColumns.SEGMENT_ID.col().isNotNull(), array_append(groups, segment))
                    .otherwise(groups)));
  }

  private static Column named(String kind, Field name) {
    return concat(lit(kind + GroupTally.BETWEEN), name.col());
  }
}
