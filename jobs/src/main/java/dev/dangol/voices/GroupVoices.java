package dev.dangol.voices;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.probability.ShareLift;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.VoiceColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Themes of groups of customers, beside those of everyone. */
@RunsSparkJobs
public final class GroupVoices {
  private static final String BETWEEN = ":";
  private static final double DIGITS = 1e6;

  private GroupVoices() {}

  /**
   * One row per customer of the day with the groups they belong to, everyone first.
   *
   * @param features one row per customer
   * @param segments one row per customer with a segment
   * @param members one row per cohort and member
   */
  public static Dataset<Row> groups(
      Dataset<Row> features, Dataset<Row> segments, Dataset<Row> members) {
    String id = SharedColumns.CUSTOMER_ID.name();
    Dataset<Row> segment =
        segments.select(
            SharedColumns.CUSTOMER_ID.col(),
            VoiceColumns.GROUP.is(named(VoiceColumns.SEGMENT, SharedColumns.SEGMENT_ID.col())));
    Dataset<Row> cohorts =
        members
            .groupBy(SharedColumns.CUSTOMER_ID.col())
            .agg(
                VoiceColumns.GROUPS.is(
                    collect_set(named(VoiceColumns.COHORT, SharedColumns.COHORT.col()))));
    Column none = array().cast(VoiceColumns.GROUPS.type());
    Column own =
        array_compact(
            array(named(VoiceColumns.EVERYONE, lit(VoiceColumns.ALL)), VoiceColumns.GROUP.col()));
    return features
        .select(SharedColumns.CUSTOMER_ID.col())
        .join(segment, id, "left")
        .join(cohorts, id, "left")
        .select(
            SharedColumns.CUSTOMER_ID.col(),
            VoiceColumns.GROUPS.is(concat(own, coalesce(VoiceColumns.GROUPS.col(), none))));
  }

  private static Column named(String kind, Column name) {
    return concat(lit(kind + BETWEEN), name);
  }

  /** Sums over the customers of a group who speak of a theme. */
  record VoiceCount(VoiceKey key, long rows, long customers, long rated, double ratings) {
    static VoiceCount of(RowReader cells) {
      String[] group = cells.text(VoiceColumns.GROUP).orElseThrow().split(BETWEEN, 2);
      return new VoiceCount(
          new VoiceKey(
              cells.text(VoiceColumns.SOURCE).orElseThrow(),
              group[0],
              group[1],
              cells.text(VoiceColumns.THEME).orElseThrow()),
          cells.count(VoiceColumns.ROWS),
          cells.count(VoiceColumns.CUSTOMERS),
          cells.count(VoiceColumns.RATED_TEXTS),
          cells.number(VoiceColumns.RATING_SUM).orElse(0));
    }
  }

  /** Key of a row. */
  record VoiceKey(String source, String kind, String group, String theme) {
    VoiceKey of(String otherTheme) {
      return new VoiceKey(source, kind, group, otherTheme);
    }

    VoiceKey ofEveryone() {
      return new VoiceKey(source, VoiceColumns.EVERYONE, VoiceColumns.ALL, theme);
    }

    boolean isEveryone() {
      return kind.equals(VoiceColumns.EVERYONE);
    }

    boolean isWhole() {
      return theme.equals(VoiceColumns.ALL);
    }
  }

  /**
   * The rows of {@code voices}.
   *
   * @param themes the rows of {@code customer_themes}
   * @param groups one row per customer, as {@link #groups} makes them
   * @param least how many customers must speak of a theme
   */
  public static List<Row> of(Dataset<Row> themes, Dataset<Row> groups, AsOf asOf, int least) {
    List<Row> counted =
        themes
            .join(groups, SharedColumns.CUSTOMER_ID.name())
            .select(
                VoiceColumns.SOURCE.col(),
                VoiceColumns.THEME.col(),
                VoiceColumns.TEXTS.col(),
                VoiceColumns.RATED_TEXTS.col(),
                VoiceColumns.RATING_SUM.col(),
                explode(VoiceColumns.GROUPS.col()).as(VoiceColumns.GROUP.name()))
            .groupBy(VoiceColumns.SOURCE.col(), VoiceColumns.GROUP.col(), VoiceColumns.THEME.col())
            .agg(
                VoiceColumns.ROWS.is(sum(VoiceColumns.TEXTS.col())),
                VoiceColumns.CUSTOMERS.is(count(lit(1))),
                VoiceColumns.RATED_TEXTS.is(sum(VoiceColumns.RATED_TEXTS.col())),
                VoiceColumns.RATING_SUM.is(round(sum(VoiceColumns.RATING_SUM.col()), 6)))
            .collectAsList();
    return rows(counted.stream().map(RowReader::new).map(VoiceCount::of).toList(), asOf, least);
  }

  private static List<Row> rows(List<VoiceCount> counts, AsOf asOf, int least) {
    Map<VoiceKey, Long> customers = new HashMap<>();
    counts.forEach(count -> customers.put(count.key(), count.customers()));
    List<Row> rows = new ArrayList<>();
    for (VoiceCount count : counts) {
      if (count.customers() >= least) {
        VoiceKey key = count.key();
        ShareLift lift =
            new ShareLift(
                count.customers(),
                customers.get(key.of(VoiceColumns.ALL)),
                customers.get(key.ofEveryone()),
                customers.get(key.ofEveryone().of(VoiceColumns.ALL)));
        rows.add(row(asOf, count, lift));
      }
    }
    return rows;
  }

  private static Row row(AsOf asOf, VoiceCount count, ShareLift lift) {
    VoiceKey key = count.key();
    RowWriter row =
        RowWriter.of(VoiceColumns.TABLE)
            .set(SharedColumns.AS_OF, asOf)
            .set(VoiceColumns.SOURCE, key.source())
            .set(VoiceColumns.GROUP_KIND, key.kind())
            .set(VoiceColumns.GROUP, key.group())
            .set(VoiceColumns.THEME, key.theme())
            .set(VoiceColumns.ROWS, count.rows())
            .set(VoiceColumns.CUSTOMERS, count.customers())
            .set(VoiceColumns.SHARE, lift.share())
            .set(
                VoiceColumns.MEAN_RATING,
                count.rated() == 0
                    ? null
                    : Math.round(count.ratings() / count.rated() * DIGITS) / DIGITS);
    if (key.isEveryone() || key.isWhole()) {
      row.setNull(VoiceColumns.LIFT, VoiceColumns.LIFT_LOW, VoiceColumns.LIFT_HIGH);
    } else {
      row.set(VoiceColumns.LIFT, lift.lift())
          .set(VoiceColumns.LIFT_LOW, lift.low())
          .set(VoiceColumns.LIFT_HIGH, lift.high());
    }
    return row.row();
  }
}
