package dev.dangol.voices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.config.hocon.ConfigLayers;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.VoiceColumns;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import dev.dangol.table.sources.SurveySource;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestDay;
import dev.dangol.testing.TestRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class CustomerMarksTest {
  private static final AsOf DAY = TestDay.of("2026-03-01");
  private static final String LATER = "2026-03-02";
  private static final String CONFIGURATION =
      """
      dangol.sources {
        purchases { format = csv, path = "p", columns { customer_id = a, purchased_at = b, net_amount = c } }
        reviews { format = csv, path = "r", columns { customer_id = a, reviewed_at = b, rating = c, text = d } }
        surveys {
          format = csv, path = "s"
          columns { customer_id = a, answered_at = b, score = c, scale_min = d, scale_max = e, text = f }
        }
        support { format = csv, path = "u", columns { customer_id = a, opened_at = b, theme = c } }
      }
      """;

  @TempDir private Path folder;

  @Test
  void texts_are_counted_by_customer_source_and_theme_as_of_the_day(SparkSession spark)
      throws Exception {
    Settings settings = settings();
    Dataset<Row> marks = CustomerMarks.of(shop(spark), DAY, settings).orElseThrow();
    TestRows expected =
        TestRows.of(
            spark,
            VoiceColumns.SOURCE,
            SharedColumns.CUSTOMER_ID,
            VoiceColumns.THEME,
            VoiceColumns.TEXTS,
            VoiceColumns.LOW_TEXTS,
            VoiceColumns.HIGH_TEXTS,
            VoiceColumns.RATED_TEXTS,
            VoiceColumns.RATING_SUM);
    TableAssert.assertThat(CustomerMarks.themes(marks, DAY, settings.quality()))
        .hasRows(
            expected
                .row("reviews", "ann", "all", 2, 1, 1, 2, 6)
                .row("reviews", "ann", "delivery", 2, 1, 1, 2, 6)
                .row("reviews", "ann", "price", 1, 0, 1, 1, 5)
                .row("reviews", "bob", "all", 1, 0, 0, 1, 3)
                .row("surveys", "ann", "all", 2, 0, 1, 1, 5)
                .row("surveys", "ann", "service", 2, 0, 1, 1, 5)
                .row("support", "cho", "all", 1, 0, 0, 0, 0)
                .row("support", "cho", "delivery", 1, 0, 0, 0, 0)
                .table());
  }

  @Test
  void a_naive_count_gives_the_same_voices_of_each_group(SparkSession spark) {
    Random random = new Random(7);
    List<String> themes = List.of("price", "service", "delivery");
    TestRows spoken =
        TestRows.of(
            spark,
            VoiceColumns.SOURCE,
            SharedColumns.CUSTOMER_ID,
            VoiceColumns.THEME,
            VoiceColumns.TEXTS,
            VoiceColumns.RATED_TEXTS,
            VoiceColumns.RATING_SUM);
    TestRows features = TestRows.of(spark, SharedColumns.CUSTOMER_ID);
    TestRows members = TestRows.of(spark, SharedColumns.COHORT, SharedColumns.CUSTOMER_ID);
    Map<String, Set<String>> speakers = new TreeMap<>();
    for (int number = 0; number < 120; number++) {
      String customer = "c" + number;
      boolean ideal = random.nextBoolean();
      features.row(customer);
      if (ideal) {
        members.row("ideal", customer).row("market", customer);
      }
      List<String> own = new ArrayList<>(themes);
      own.removeIf(theme -> random.nextDouble() < 0.5);
      own.add("all");
      for (String theme : own) {
        spoken.row("reviews", customer, theme, 2, 1, 4);
        for (String group : ideal ? List.of("all", "ideal") : List.of("all")) {
          speakers.computeIfAbsent(group + " " + theme, key -> new TreeSet<>()).add(customer);
        }
      }
    }
    Dataset<Row> none =
        TestRows.of(spark, SharedColumns.CUSTOMER_ID, SharedColumns.SEGMENT_ID).table();
    Dataset<Row> groups = GroupVoices.groups(features.table(), none, members.table());
    List<Row> rows = GroupVoices.of(spoken.table(), groups, DAY, 10);
    Dataset<Row> table = spark.createDataFrame(rows, VoiceColumns.TABLE.schema());
    assertThat(rows).hasSize(3 * 4);
    for (Row row : table.collectAsList()) {
      RowReader cells = new RowReader(row);
      String group = cells.text(VoiceColumns.GROUP).orElseThrow().replace("market", "ideal");
      String theme = cells.text(VoiceColumns.THEME).orElseThrow();
      double with = speakers.get(group + " " + theme).size();
      double share = with / speakers.get(group + " all").size();
      double base = (double) speakers.get("all " + theme).size() / speakers.get("all all").size();
      assertThat(cells.count(VoiceColumns.CUSTOMERS)).isEqualTo((long) with);
      assertThat(cells.count(VoiceColumns.ROWS)).isEqualTo(2 * (long) with);
      assertThat(cells.number(VoiceColumns.SHARE)).hasValue(share);
      assertThat(cells.number(VoiceColumns.MEAN_RATING)).hasValue(4);
      if (group.equals("all") || theme.equals("all")) {
        assertThat(cells.number(VoiceColumns.LIFT)).isEmpty();
      } else {
        assertThat(cells.number(VoiceColumns.LIFT).getAsDouble())
            .isCloseTo(share / base, org.assertj.core.api.Assertions.within(1e-12));
        assertThat(cells.number(VoiceColumns.LIFT_LOW).getAsDouble()).isLessThan(share / base);
      }
    }
    assertThat(GroupVoices.of(spoken.table(), groups, DAY, 121)).isEmpty();
  }

  private Settings settings() throws Exception {
    Path file = Files.writeString(folder.resolve("shop.conf"), CONFIGURATION);
    return SettingsReader.read(new ConfigLayers(Optional.of(file), Map.of(), List.of()));
  }

  private static Map<Source, Dataset<Row>> shop(SparkSession spark) {
    Map<Source, Dataset<Row>> clean = new LinkedHashMap<>();
    clean.put(
        Sources.REVIEWS,
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                ReviewSource.REVIEWED_AT,
                ReviewSource.RATING,
                ReviewSource.TEXT,
                SharedColumns.ARRIVED_AT)
            .row("ann", "2026-01-01", 1, "배송이 늦었어요, 배송!", null)
            .row("ann", "2026-02-01", 5, "Cheap, and delivered", null)
            .row("ann", "2026-02-01", 5, null, null)
            .row("ann", LATER, 5, "price", null)
            .row("ann", "2026-02-01", 5, "price", LATER)
            .row("bob", "2026-03-01T23:59:59Z", 3, "😍", null)
            .table());
    clean.put(
        Sources.SURVEYS,
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                SurveySource.ANSWERED_AT,
                SurveySource.SCORE,
                SurveySource.SCALE_MIN,
                SurveySource.SCALE_MAX,
                ReviewSource.TEXT)
            .row("ann", "2026-01-01", 10, 0, 10, "상담이 친절해요")
            .row("ann", "2026-01-02", 10, null, null, "good service")
            .table());
    clean.put(
        Sources.SUPPORT,
        TestRows.of(spark, SharedColumns.CUSTOMER_ID, SupportSource.OPENED_AT, SupportSource.THEME)
            .row("cho", "2026-01-01", "배송 지연")
            .row("cho", LATER, "배송 지연")
            .table());
    return clean;
  }
}
