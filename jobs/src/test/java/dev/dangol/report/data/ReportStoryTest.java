package dev.dangol.report.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dangol.report.page.ChangeWords;
import dev.dangol.report.page.PageView;
import dev.dangol.report.page.PageWords;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ReportStoryTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 1, 15);

  @Test
  void customers_are_summed_up_by_cohort_and_fit_level(SparkSession spark) {
    CustomerBreakdown customers =
        new CustomerBreakdown(CustomerGroup.read(ShopTables.full(spark), List.of(30, 90, 365)));

    assertThat(customers.everyone().customers()).isEqualTo(5);
    assertThat(customers.everyone().netSales()).isEqualByComparingTo("200");
    assertThat(customers.everyone().latestOrder()).contains(LocalDate.of(2026, 1, 30));
    assertThat(customers.everyone().mean(FeatureColumns.QUALITY_PAY)).hasValue(54);
    assertThat(customers.ideal().customers()).isEqualTo(2);
    assertThat(customers.ideal().netSalesPerCustomer().orElseThrow()).isEqualByComparingTo("75");
    assertThat(customers.ideal().mean(FeatureColumns.QUALITY_PAY)).hasValue(85);
    assertThat(customers.atLevel("viable").customers()).isEqualTo(2);
    assertThat(customers.atLevel("viable").netSales()).isEqualByComparingTo("50");
    assertThat(customers.withoutLevel().customers()).isZero();
  }

  @Test
  void a_mean_is_over_the_customers_who_have_the_measure(SparkSession spark) {
    CustomerBreakdown customers =
        new CustomerBreakdown(CustomerGroup.read(ShopTables.full(spark), List.of(30)));

    assertThat(customers.everyone().mean(FeatureColumns.QUALITY_COMMUNICATE)).hasValue(50);
    assertThat(customers.ideal().mean(FeatureColumns.QUALITY_COMMUNICATE)).hasValue(70);
    assertThat(customers.everyone().mean(FeatureColumns.QUALITY_REFER)).isEmpty();
  }

  @Test
  void criteria_say_whom_they_would_lift_among_the_viable_only(SparkSession spark) {
    ShopTables tables = ShopTables.full(spark);
    CustomerBreakdown customers = new CustomerBreakdown(CustomerGroup.read(tables, List.of(30)));

    List<CriterionLine> lines = CriterionLine.read(ShopTables.reasons(spark), customers);

    assertThat(lines).extracting(CriterionLine::criterion).containsExactly("pays", "returns");
    CriterionLine pays = lines.get(0);
    assertThat(pays.liftsFirst()).isEqualTo(1);
    assertThat(pays.liftsSecond()).isEqualTo(1);
    assertThat(pays.at("perfect")).isEqualTo(1);
    assertThat(pays.at("viable")).isEqualTo(2);
    assertThat(pays.at("unfit")).isEqualTo(1);
    assertThat(pays.notMeasured()).isEqualTo(1);
  }

  @Test
  void cut_points_are_reported_with_the_feature_and_the_percentile(SparkSession spark) {
    PageView view = PageView.of(ShopStory.full(spark), ShopStory.options("en"));
    ReportStory.ScoringSummary scoring = view.story().scoring();

    assertThat(view.cutWords().text(scoring.cut("pays").orElseThrow()))
        .contains("viable from 40", "perfect from 70")
        .doesNotContain("percentile");
    assertThat(view.cutWords().text(scoring.cut("returns").orElseThrow()))
        .startsWith("Repeat purchase days: viable from 2")
        .contains("(percentile 50)", "a value that no customer reaches (percentile 85)");
    assertThat(scoring.grid().at("perfect", "1")).isEqualTo(1);
    assertThat(scoring.grid().at("viable", "2")).isEqualTo(1);
    assertThat(scoring.grid().at("unfit", "3")).isZero();
  }

  @Test
  void the_ideal_cohort_comes_first_and_then_the_largest(SparkSession spark) {
    assertThat(CohortLine.read(ShopTables.cohorts(spark)))
        .extracting(CohortLine::name)
        .containsExactly("ideal", "advocates", "<script>alert(1)</script> 단골 🎉");
  }

  @Test
  void segments_are_ordered_by_value_and_named_in_english_where_korean_is_missing(
      SparkSession spark) {
    List<SegmentLine> segments = SegmentLine.read(ShopTables.segments(spark));

    assertThat(segments).extracting(SegmentLine::id).containsExactly("s2", "s1");
    assertThat(segments.get(0).name("ko")).isEqualTo("Often & full price");
    assertThat(segments.get(1).name("ko")).startsWith("드문");
    assertThat(segments.get(0).topFeatures())
        .contains(
            new FeatureDifference(
                "frequency", FeatureDifference.DifferenceDirection.HIGHER, OptionalDouble.of(12.5)),
            new FeatureDifference(
                "discount_share",
                FeatureDifference.DifferenceDirection.LOWER,
                OptionalDouble.empty()));
    assertThat(segments.get(0).mean(FeatureColumns.QUALITY_REFER)).isEmpty();
  }

  @Test
  void what_became_of_segments_is_reported_in_words(SparkSession spark) {
    ShopTables tables =
        ShopTables.full(spark)
            .with("segments", ChangedSegments.segments(spark))
            .with("segment_flows", ChangedSegments.flows(spark));
    SegmentChanges changes = SegmentChanges.read(tables);
    ChangeWords english = new ChangeWords(PageWords.of("en"), changes);
    ChangeWords korean = new ChangeWords(PageWords.of("ko"), changes);

    assertThat(changes.standing()).extracting(SegmentLine::id).containsExactly("s1", "s4");
    assertThat(english.origin(changes.standing().get(0)))
        .hasValue("Holds most of what was “Lapsed”.");
    assertThat(english.origin(changes.standing().get(1)))
        .hasValue("New since the last day described: most of it was part of “Regulars”.");
    assertThat(korean.origin(changes.standing().get(1))).get().asString().contains("“단골”");
    assertThat(english.endings()).containsExactly("“Lapsed” is no longer a segment of its own.");
    assertThat(changes.moves())
        .extracting(flow -> english.place(flow.from()), flow -> korean.place(flow.to()))
        .containsExactly(
            tuple("Lapsed", "단골"),
            tuple("New customers", "단골"),
            tuple("In no segment then", "더 이상 고객이 아님"));
    assertThat(changes.known()).isTrue();
    assertThat(SegmentChanges.read(ShopTables.full(spark)).known()).isFalse();
  }

  @Test
  void outliers_are_those_of_all_segments(SparkSession spark) {
    ReportStory story = ShopStory.full(spark);

    assertThat(story.outliers()).isEqualTo(1);
  }

  @Test
  void the_mean_of_all_months_leaves_out_months_that_are_not_over(SparkSession spark) {
    RetentionGrid retention = RetentionGrid.read(ShopTables.retention(spark), TestDay.of(AS_OF));

    assertThat(retention.months())
        .extracting(RetentionMonth::month)
        .containsExactly(YearMonth.of(2025, 11), YearMonth.of(2025, 12));
    assertThat(retention.mean())
        .containsExactly(OptionalDouble.of(1), OptionalDouble.of(0.3), OptionalDouble.empty());
    assertThat(retention.customers()).isEqualTo(40);
    assertThat(retention.highestRate()).isEqualTo(0.3);
    assertThat(retention.months().get(1).cells().get(1))
        .isEqualTo(new RetentionCell(1, 2, 0.2, true));
  }

  @Test
  void gaps_are_gathered_by_reason(SparkSession spark) {
    assertThat(MeasureGap.read(ShopTables.notMeasured(spark)))
        .containsExactly(
            new MeasureGap("No <b>model</b>", List.of("value_models")),
            new MeasureGap(
                "The source referrals is not configured",
                List.of("customer_features.quality_refer", "customer_features.referrals_made")));
  }

  @Test
  void rejected_rows_are_counted_by_source_and_reason_without_what_they_hold(SparkSession spark) {
    RejectedRows rejections = RejectedRows.read(ShopTables.quarantine(spark));

    assertThat(rejections.rows()).isEqualTo(4);
    assertThat(rejections.otherRows()).isZero();
    assertThat(rejections.lines())
        .containsExactly(
            new RejectedRows.RejectionLine("purchases", "net_amount is not a number: …", 2),
            new RejectedRows.RejectionLine("purchases", "purchased_at is missing", 1),
            new RejectedRows.RejectionLine("reviews", "rating is above 5: …", 1));
  }

  @Test
  void failed_checks_come_first_and_what_cannot_fail_last_as_measured(SparkSession spark) {
    assertThat(CheckLine.read(ShopTables.checks(spark)))
        .extracting(check -> check.name() + " " + check.result().word())
        .containsExactly(
            "reviews.rejected_share failed",
            "purchases.rejected_share passed",
            "identity.keys_left_apart measured",
            "purchases.rows measured");
  }

  @Test
  void empty_tables_make_an_empty_story(SparkSession spark) {
    ReportStory story = ShopStory.empty(spark);

    assertThat(story.customers().everyone().customers()).isZero();
    assertThat(story.customers().everyone().netSales()).isEqualByComparingTo(BigDecimal.ZERO);
    assertThat(story.ideal()).isEmpty();
    assertThat(story.retention().months()).isEmpty();
    assertThat(story.quality().rejections().rows()).isZero();
  }
}
