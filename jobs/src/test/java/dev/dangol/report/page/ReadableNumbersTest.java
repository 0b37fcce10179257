package dev.dangol.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ReadableNumbersTest {
  private static final ReadableNumbers ENGLISH = new ReadableNumbers(PageWords.of("en"), "KRW");
  private static final ReadableNumbers KOREAN = new ReadableNumbers(PageWords.of("ko"), "KRW");

  @Test
  void one_is_singular_in_english() {
    assertThat(ENGLISH.customers(1)).isEqualTo("1 customer");
    assertThat(ENGLISH.customers(0)).isEqualTo("0 customers");
    assertThat(ENGLISH.customers(5000)).isEqualTo("5,000 customers");
    assertThat(KOREAN.customers(1)).isEqualTo("1명");
  }

  @Test
  void amounts_have_the_decimals_of_their_currency() {
    BigDecimal amount = new BigDecimal("1234567.895");

    assertThat(ENGLISH.money(amount)).isEqualTo("1,234,568\u00a0KRW");
    assertThat(KOREAN.money(amount)).isEqualTo("1,234,568원");
    assertThat(new ReadableNumbers(PageWords.of("en"), "USD").money(amount))
        .isEqualTo("1,234,567.90\u00a0USD");
    assertThat(new ReadableNumbers(PageWords.of("ko"), "???").money(amount))
        .isEqualTo("1,234,567.90\u00a0???");
  }

  @Test
  void shares_are_whole_from_ten_per_cent_on() {
    assertThat(ENGLISH.share(0.3149)).isEqualTo("31\u00a0%");
    assertThat(ENGLISH.share(0.0824)).isEqualTo("8.2\u00a0%");
    assertThat(ENGLISH.share(0.0998)).isEqualTo("10\u00a0%");
    assertThat(ENGLISH.share(0)).isEqualTo("0\u00a0%");
    assertThat(KOREAN.share(1)).isEqualTo("100%");
  }

  @Test
  void a_tiny_share_is_not_shown_as_nothing() {
    assertThat(ENGLISH.share(0.0001)).startsWith("<").endsWith("%");
  }

  @Test
  void what_is_absent_is_not_measured() {
    assertThat(ENGLISH.share(OptionalDouble.empty())).isEqualTo("not measured");
    assertThat(ENGLISH.points(OptionalDouble.empty())).isEqualTo("not measured");
    assertThat(ENGLISH.share(3, 0)).isEqualTo("not measured");
    assertThat(KOREAN.points(OptionalDouble.empty())).isEqualTo("측정 안 됨");
  }

  @Test
  void differences_have_a_sign() {
    TableCells cells = new TableCells(PageWords.of("en"), ENGLISH);

    assertThat(cells.difference(OptionalDouble.of(85), OptionalDouble.of(54))).isEqualTo("+31.0");
    assertThat(cells.difference(OptionalDouble.of(53), OptionalDouble.of(54))).isEqualTo("−1.0");
    assertThat(cells.difference(OptionalDouble.of(5), OptionalDouble.of(5))).isEqualTo("0.0");
    assertThat(cells.difference(OptionalDouble.empty(), OptionalDouble.of(5))).isEqualTo("–");
  }

  @Test
  void days_are_written_out() {
    assertThat(ENGLISH.day(LocalDate.of(2026, 1, 31))).isEqualTo("January 31, 2026");
    assertThat(KOREAN.day(LocalDate.of(2026, 1, 31))).isEqualTo("2026년 1월 31일");
    assertThat(ENGLISH.daysBetween(LocalDate.of(2026, 1, 30), LocalDate.of(2026, 1, 31)))
        .isEqualTo("1 day");
  }
}
