package dev.dangol.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dangol.config.SegmentContinuitySettings;
import dev.dangol.config.SegmentContinuitySettings.SegmentRename;
import dev.dangol.config.SegmentSettings;
import dev.dangol.problem.BadSetting;
import dev.dangol.sample.files.SampleCustomers;
import dev.dangol.table.Field;
import dev.dangol.testing.SparkExtension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkExtension.class)
class IdentityTest {
  private static final LocalDate TOMORROW = SegmentShop.TODAY.plusDays(1);

  /** The sample's buyers after a year and a half, fitted anew with 5 % more of them. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void another_seed_order_and_a_twentieth_more_customers_leave_nearly_everyone_in_his_segment(
      long seed, SparkSession spark) {
    SegmentDiary diary = new SegmentDiary(spark);
    Map<String, String> before =
        diary
            .write(table(spark, SampleCustomers.at(540, 800, seed)), sample(42), SegmentShop.TODAY)
            .places();
    List<Row> more = new ArrayList<>(SampleCustomers.at(540, 840, seed));
    Collections.shuffle(more, new Random(seed));

    Map<String, String> after =
        diary.write(table(spark, more).repartition(5), sample(4711), TOMORROW).places();

    long stayed =
        before.entrySet().stream().filter(c -> c.getValue().equals(after.get(c.getKey()))).count();
    assertThat((double) stayed / before.size())
        .as(before.values().stream().distinct().count() + " " + diary.searches())
        .isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void the_day_after_the_same_customers_are_in_the_same_segments(SparkSession spark) {
    SegmentDiary diary = new SegmentDiary(spark);
    SegmentDiary.Page first =
        diary.write(
            SegmentShop.of(300).table(spark), SegmentShop.settings(2, 5), SegmentShop.TODAY);
    SegmentDiary.Page second =
        diary.write(SegmentShop.of(300).table(spark), SegmentShop.settings(2, 5), TOMORROW);

    assertThat(first.events().values()).containsOnly("born");
    assertThat(second.events().values()).containsOnly("matched");
    assertThat(second.places()).isEqualTo(first.places());
    assertThat(second.names()).isEqualTo(first.names());
    assertThat(second.drift()).hasSize(5).allMatch(row -> row.getDouble(2) == 0);
    assertThat(second.drift()).noneMatch(row -> row.getBoolean(4));
  }

  @Test
  void a_day_that_is_run_late_looks_only_at_days_before_it(SparkSession spark) {
    SegmentDiary diary = new SegmentDiary(spark);
    diary.write(SegmentShop.of(90).table(spark), SegmentShop.settings(2, 4), TOMORROW);
    SegmentDiary.Page late =
        diary.write(SegmentShop.of(60).table(spark), SegmentShop.settings(2, 4), SegmentShop.TODAY);

    assertThat(late.events().values()).containsOnly("born");
    assertThat(late.names().keySet()).allMatch(id -> id.endsWith("-" + SegmentShop.TODAY));
    SegmentDiary.Page again =
        diary.write(SegmentShop.of(90).table(spark), SegmentShop.settings(2, 4), TOMORROW);
    assertThat(again.events().values()).containsOnly("matched");
    assertThat(again.names()).isEqualTo(late.names());
  }

  @Test
  void a_day_without_customers_neither_ends_a_segment_nor_hides_it(SparkSession spark) {
    SegmentDiary diary = new SegmentDiary(spark);
    SegmentDiary.Page first =
        diary.write(SegmentShop.of(90).table(spark), SegmentShop.settings(2, 4), SegmentShop.TODAY);
    SegmentDiary.Page nobody =
        diary.write(SegmentShop.of(0).table(spark), SegmentShop.settings(2, 4), TOMORROW);
    SegmentDiary.Page third =
        diary.write(
            SegmentShop.of(90).table(spark), SegmentShop.settings(2, 4), TOMORROW.plusDays(1));

    assertThat(nobody.segments()).isEmpty();
    assertThat(nobody.flows()).isEmpty();
    assertThat(third.names()).isEqualTo(first.names());
  }

  @Test
  void one_customer_and_identical_customers_keep_their_segment(SparkSession spark) {
    SegmentDiary diary = new SegmentDiary(spark);
    SegmentDiary.Page one =
        diary.write(SegmentShop.of(1).table(spark), SegmentShop.settings(3, 5), SegmentShop.TODAY);
    SegmentDiary.Page same =
        diary.write(SegmentShop.of(1).table(spark), SegmentShop.settings(3, 5), TOMORROW);
    SegmentDiary.Page more =
        diary.write(
            SegmentShop.of(4).table(spark), SegmentShop.settings(3, 5), TOMORROW.plusDays(1));

    assertThat(same.events()).containsExactly(Map.entry("s1-2026-06-30", "matched"));
    assertThat(same.names()).isEqualTo(one.names());
    assertThat(more.sizes().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(4);
  }

  @Test
  void a_stored_model_puts_everyone_where_the_fit_put_him(SparkSession spark) {
    SegmentDiary diary = new SegmentDiary(spark);
    SegmentSettings monthly =
        SegmentShop.settings(2, 5).keeping(SegmentContinuitySettings.USUAL.refittedAfter(31));
    SegmentShop shop = SegmentShop.of(300).add(5000, 1, 0.1);
    SegmentDiary.Page fit = diary.write(shop.table(spark), monthly, SegmentShop.TODAY);
    SegmentDiary.Page scored = diary.write(shop.table(spark), monthly, TOMORROW);
    SegmentDiary.Page few =
        diary.write(SegmentShop.of(1).table(spark), monthly, TOMORROW.plusDays(1));
    SegmentDiary.Page later =
        diary.write(shop.table(spark), monthly, SegmentShop.TODAY.plusDays(31));

    assertThat(withoutDay(scored.customers())).isEqualTo(withoutDay(fit.customers()));
    assertThat(fitted(scored)).isEqualTo(SegmentShop.TODAY);
    assertThat(few.sizes().values()).containsExactlyInAnyOrder(1L, 0L, 0L);
    assertThat(few.events().values()).containsOnly("matched");
    assertThat(few.drift()).anyMatch(row -> row.getBoolean(4));
    assertThat(fitted(later)).isEqualTo(SegmentShop.TODAY.plusDays(31));
    assertThat(later.names()).isEqualTo(fit.names());
  }

  @Test
  void a_stored_model_does_not_serve_other_settings(SparkSession spark) {
    SegmentDiary diary = new SegmentDiary(spark);
    SegmentContinuitySettings monthly = SegmentContinuitySettings.USUAL.refittedAfter(31);
    diary.write(
        SegmentShop.of(90).table(spark),
        SegmentShop.settings(2, 4).keeping(monthly),
        SegmentShop.TODAY);
    SegmentDiary.Page other =
        diary.write(
            SegmentShop.of(90).table(spark), SegmentShop.settings(2, 3).keeping(monthly), TOMORROW);

    assertThat(fitted(other)).isEqualTo(TOMORROW);
  }

  @Test
  void a_configured_name_replaces_one_and_no_other_segment_may_have_it(SparkSession spark) {
    SegmentDiary diary = new SegmentDiary(spark);
    diary.write(SegmentShop.of(90).table(spark), SegmentShop.settings(2, 4), SegmentShop.TODAY);
    SegmentDiary.Page renamed =
        diary.write(SegmentShop.of(90).table(spark), named("s1-2026-06-30", "Regulars"), TOMORROW);

    assertThat(renamed.names()).containsEntry("s1-2026-06-30", "Regulars");
    assertThat(renamed.koreanNames()).containsEntry("s1-2026-06-30", "자주 구매");
    assertThatThrownBy(
            () ->
                diary.write(
                    SegmentShop.of(90).table(spark), named("s2-2026-06-30", "Frequent"), TOMORROW))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("s2-2026-06-30");
  }

  private static SegmentSettings named(String id, String english) {
    SegmentRename name = new SegmentRename(Optional.of(english), Optional.empty());
    return SegmentShop.settings(2, 4)
        .keeping(SegmentContinuitySettings.USUAL.naming(Map.of(id, name)));
  }

  private static LocalDate fitted(SegmentDiary.Page page) {
    return page.models().get(0).getDate(1).toLocalDate();
  }

  private static List<String> withoutDay(List<Row> rows) {
    return rows.stream().map(row -> row.toString().substring(11)).sorted().toList();
  }

  private static SegmentSettings sample(long seed) {
    List<String> features = SampleCustomers.FEATURES.stream().map(Field::name).toList();
    return new SegmentSettings(OptionalInt.empty(), 3, 6, 0.02, seed, features);
  }

  private static Dataset<Row> table(SparkSession spark, List<Row> rows) {
    return SampleCustomers.table(spark, rows);
  }
}
