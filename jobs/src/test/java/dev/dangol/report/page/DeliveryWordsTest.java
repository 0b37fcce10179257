package dev.dangol.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dangol.report.data.CrowdedShop;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DeliveryWordsTest {
  private static final PageView ENGLISH = view("en");
  private static final PageView KOREAN = view("ko");

  private static PageView view(String language) {
    return PageView.of(CrowdedShop.story(), CrowdedShop.options(language));
  }

  @Test
  void exported_lists_are_added_up_with_the_commonest_reason_to_be_left_out() {
    assertThat(ENGLISH.deliveries().exports())
        .isEqualTo(
            "2 lists for this day: 1,234 customers in the files, 1,045 customers held back. Who is"
                + " in several lists counts in each. The commonest reason to hold somebody back:"
                + " never consented (1,040 customers).");
    assertThat(KOREAN.deliveries().exports())
        .contains("목록은 2개", "1,234명", "1,045명", "동의 없음(1,040명)");
  }

  @Test
  void what_failed_is_named_in_words() {
    assertThat(ENGLISH.deliveries().checks())
        .isEqualTo("Beyond its bound, so look at this first: Purchases, share of rows rejected.");
    assertThat(KOREAN.deliveries().checks())
        .isEqualTo("한도를 넘은 점검이 있습니다. 먼저 살펴보십시오: 구매, 거부된 행의 비율.");
    assertThat(ENGLISH.deliveries().rejections())
        .startsWith("50 rows could not be used")
        .contains("most of them, 42 rows, are of the source Purchases");
  }

  @Test
  void reasons_of_rejected_rows_are_said_in_the_language_of_the_page() {
    assertThat(KOREAN.reasons().rejected("net_amount cannot be read as decimal(18,4): …"))
        .isEqualTo(new GapReasons.GapReason("net_amount 값이 decimal(18,4) 형식이 아님: …", "ko"));
    assertThat(
            List.of(
                "customer_id is missing",
                "customer_id is missing, and visitor_id as well",
                "text cannot be decoded: …",
                "rating is not a finite number: …",
                "opened_at is before 1900: …",
                "sent_at is in the future: …",
                "rating is outside the scale of 1.0 to 5.0: …",
                "quantity is too large: …",
                "rate is not above 0: …",
                "event is not a known name: …",
                "the line cannot be taken apart",
                "where is neither true nor false"))
        .allSatisfy(
            reason -> {
              assertThat(KOREAN.reasons().rejected(reason).language()).isEqualTo("ko");
              assertThat(ENGLISH.reasons().rejected(reason).text()).isEqualTo(reason);
            });
    assertThat(KOREAN.reasons().rejected("something new: x").text()).isEqualTo("something new: x");
    assertThat(KOREAN.reasons().rejected("something new: x").language()).isEqualTo("en");
  }

  @Test
  void pictures_have_the_numbers_of_their_tables_below_zero_too() throws IOException {
    JsonNode effects = new ObjectMapper().readTree(ENGLISH.deliveryCharts().uplift().json());
    JsonNode series = effects.path("series").path(0);

    assertThat(effects.path("kind").asText()).isEqualTo("effects");
    assertThat(series.path("values")).hasSize(6);
    assertThat(series.path("values").path(0).asDouble()).isEqualTo(-8.0);
    assertThat(series.path("spans").path(0).path(0).asDouble()).isEqualTo(-10.0);
    assertThat(series.path("spans").path(5).isNull()).isTrue();
    assertThat(new ObjectMapper().readTree(ENGLISH.deliveryCharts().rejections().json()))
        .hasToString(
            "{\"kind\":\"bars\",\"names\":[\"Purchases\",\"Messages\"],\"series\":[{\"name\":\"\","
                + "\"colour\":1,\"unit\":\"{c}\",\"values\":[42.0,6.0],\"spans\":null}],"
                + "\"axes\":{\"names\":\"\",\"values\":\"Rows\"},\"highest\":null}");
  }

  @Test
  void differences_have_the_same_digits_and_their_sign() {
    TableCells cells = ENGLISH.cells();

    assertThat(cells.change(OptionalDouble.of(0.1))).isEqualTo("+10.0");
    assertThat(cells.change(OptionalDouble.of(-0.00049))).isEqualTo("0.0");
    assertThat(cells.moneyChange(OptionalDouble.of(-500.5))).isEqualTo("−501");
    assertThat(cells.change(OptionalDouble.empty())).isEqualTo("not measured");
  }
}
