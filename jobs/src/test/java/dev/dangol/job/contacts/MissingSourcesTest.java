package dev.dangol.job.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.config.SourceSettings;
import dev.dangol.config.hocon.ConfigLayers;
import dev.dangol.effects.NotMeasuredEffects;
import dev.dangol.job.JobContext;
import dev.dangol.store.Lake;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import dev.dangol.table.sources.SurveySource;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Each source missing in turn: the others are measured, and what is not has its reason. */
@ExtendWith(SparkExtension.class)
class MissingSourcesTest {
  private static final Settings SETTINGS =
      SettingsReader.read(
          new ConfigLayers(Optional.of(Path.of("conf/demo.conf")), Map.of(), List.of()));
  private static final AsOf DAY = SETTINGS.asOf(LocalDate.of(2025, 6, 30));

  /** Measures of the job contacts that need the source. */
  private static final Map<Source, Set<String>> UNTOLD =
      Map.of(
          Sources.MESSAGES,
          Set.of(
              "message_relevance", "message_scores", "spam_risk", "contact_preferences", "media"),
          Sources.SUPPORT,
          Set.of(
              "reply_times",
              "reply_retention",
              "case_themes",
              "self_service",
              "customer_themes.support"),
          Sources.ENGAGEMENT,
          Set.of(
              "case_themes.self_served_share",
              "self_service.needs",
              "self_service.self_served",
              "self_service.self_served_share"),
          Sources.SURVEYS,
          Set.of("customer_themes.surveys", "voice_terms.surveys"),
          Sources.REVIEWS,
          Set.of("customer_themes.reviews", "voice_terms.reviews"));

  /** No survey of the sample shop says whether it was acted on. */
  private static final Set<String> NEVER_TOLD = Set.of("survey_heard_retention");

  /** Effects that cannot be told without the source. */
  private static final Map<Source, Set<String>> UNTOLD_EFFECTS =
      Map.of(
          Sources.LOYALTY,
          Set.of("membership_retention", "membership_net_sales"),
          Sources.REVIEWS,
          Set.of(
              "review_retention",
              "review_heard_retention",
              "content_retention",
              "content_net_sales",
              "content_referrals",
              "satisfaction_to_loyalty"),
          Sources.SURVEYS,
          Set.of("survey_retention"),
          Sources.ENGAGEMENT,
          Set.of("activity_retention"),
          Sources.SUPPORT,
          Set.of(
              "repair_retention",
              "resolved_retention",
              "reply_within_hour_retention",
              "service_not_promotion_retention"),
          Sources.MESSAGES,
          Set.of("service_not_promotion_retention"),
          Sources.REFERRALS,
          Set.of("content_referrals"),
          Sources.CUSTOMERS,
          Set.of(),
          Sources.COSTS,
          Set.of());

  @TempDir private Path folder;

  @Test
  void the_job_measures_what_it_can_and_says_why_it_cannot_measure_the_rest(SparkSession spark) {
    Lake lake = new Lake(spark, folder.resolve("warehouse").toString());
    write(lake, Sources.PURCHASES, purchases(spark));
    write(lake, Sources.MESSAGES, messages(spark));
    write(lake, Sources.SUPPORT, support(spark));
    write(lake, Sources.ENGAGEMENT, engagement(spark));
    write(lake, Sources.SURVEYS, surveys(spark));
    write(lake, Sources.REVIEWS, reviews(spark));
    for (Map.Entry<Source, Set<String>> untold : UNTOLD.entrySet()) {
      new ContactsJob().run(new JobContext(lake, without(untold.getKey()), DAY));
      Set<String> found =
          lake.readDay(RunColumns.NOT_MEASURED, DAY).collectAsList().stream()
              .map(RowReader::new)
              .filter(row -> row.text(RunColumns.WHY_NOT).equals(Optional.of(missing(untold))))
              .map(row -> row.text(RunColumns.MEASURE).orElseThrow())
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(found).as(untold.getKey().name()).isEqualTo(new TreeSet<>(untold.getValue()));
    }
  }

  private static String missing(Map.Entry<Source, Set<String>> untold) {
    return "The source " + untold.getKey().name() + " is not configured.";
  }

  @Test
  void effects_without_their_source_have_a_reason_and_the_others_none() {
    assertThat(NotMeasuredEffects.reasons(SETTINGS, SETTINGS.effects()).keySet())
        .isEqualTo(NEVER_TOLD);
    UNTOLD_EFFECTS.forEach(
        (source, effects) ->
            assertThat(NotMeasuredEffects.reasons(without(source), SETTINGS.effects()).keySet())
                .as(source.name())
                .hasSameElementsAs(Stream.concat(effects.stream(), NEVER_TOLD.stream()).toList()));
  }

  private static Settings without(Source missing) {
    Map<String, SourceSettings> others = new LinkedHashMap<>(SETTINGS.sources());
    others.remove(missing.name());
    return SETTINGS.reading(others);
  }

  private static void write(Lake lake, Source source, TestRows rows) {
    Dataset<Row> given = rows.table();
    Set<String> there = Set.of(given.columns());
    lake.replaceAll(
        source.clean(),
        given.select(
            source.clean().fields().stream()
                .map(
                    field ->
                        there.contains(field.name()) ? field.is(field.col()) : field.nullColumn())
                .toArray(Column[]::new)));
  }

  private static TestRows of(SparkSession spark, Field... fields) {
    return TestRows.of(spark, fields);
  }

  private static TestRows purchases(SparkSession spark) {
    return of(
            spark,
            SharedColumns.CUSTOMER_ID,
            PurchaseSource.PURCHASED_AT,
            PurchaseSource.NET_AMOUNT,
            SharedColumns.CATEGORY,
            SharedColumns.SOURCE_ROW)
        .row("김 🍀", "2025-01-01T10:00:00Z", "5", "커피", "p1")
        .row("lee", "2025-02-01T10:00:00Z", "-5", "커피", "p2");
  }

  private static TestRows messages(SparkSession spark) {
    return of(
            spark,
            SharedColumns.CUSTOMER_ID,
            MessageSource.SENT_AT,
            SharedColumns.CHANNEL,
            SharedColumns.CAMPAIGN_ID,
            SharedColumns.CATEGORY,
            SharedColumns.SOURCE_ROW)
        .row("김 🍀", "2025-02-01T10:00:00Z", "email", "spring", "차", "m1")
        .row("nobody", "2025-02-01T10:00:00Z", null, null, null, "m2");
  }

  private static TestRows support(SparkSession spark) {
    return of(
            spark,
            SharedColumns.CUSTOMER_ID,
            SupportSource.OPENED_AT,
            SupportSource.FIRST_REPLY_AT,
            SupportSource.THEME,
            SharedColumns.SOURCE_ROW)
        .row("김 🍀", "2025-02-02T10:00:00Z", "2025-02-02T10:20:00Z", "배송", "s1");
  }

  private static TestRows engagement(SparkSession spark) {
    return of(
            spark,
            SharedColumns.CUSTOMER_ID,
            EngagementSource.OCCURRED_AT,
            EngagementSource.EVENT,
            SharedColumns.SOURCE_ROW)
        .row("김 🍀", "2025-02-02T09:00:00Z", "help", "e1");
  }

  private static TestRows surveys(SparkSession spark) {
    return of(
            spark,
            SharedColumns.CUSTOMER_ID,
            SurveySource.ANSWERED_AT,
            ReviewSource.TEXT,
            SharedColumns.SOURCE_ROW)
        .row("김 🍀", "2025-02-03T09:00:00Z", "배송이 늦었어요", "a1");
  }

  private static TestRows reviews(SparkSession spark) {
    return of(
            spark,
            SharedColumns.CUSTOMER_ID,
            ReviewSource.REVIEWED_AT,
            ReviewSource.RATING,
            ReviewSource.TEXT,
            SharedColumns.SOURCE_ROW)
        .row("lee", "2025-02-03T09:00:00Z", 1.0, "late 😞", "r1");
  }
}
