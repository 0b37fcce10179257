package dev.dangol.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dangol.report.data.CrowdedShop;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ContactChartsTest {
  private static final ContactCharts CHARTS =
      PageView.of(CrowdedShop.story(), CrowdedShop.options("ko")).contactCharts();

  @Test
  void shares_are_drawn_with_their_intervals_and_amounts_are_left_to_the_table()
      throws IOException {
    JsonNode series = data(CHARTS.effects()).path("series").path(0);

    assertThat(series.path("values")).hasToString("[11.6,-8.5]");
    assertThat(series.path("spans")).hasToString("[[6.6,16.6],[-10.5,-6.5]]");
  }

  @Test
  void channels_are_called_by_their_labels_and_what_is_not_known_stays_open() throws IOException {
    JsonNode replies = data(CHARTS.replies());

    assertThat(replies.path("names").path(0).asText()).isEqualTo("모든 채널");
    assertThat(replies.path("names").path(1).asText()).isEqualTo("카카오톡");
    assertThat(replies.path("series").path(0).path("values")).hasToString("[38.0,28.0,null]");
  }

  @Test
  void responses_are_times_of_the_usual_one() throws IOException {
    JsonNode verdicts = data(CHARTS.verdicts());

    assertThat(verdicts.path("names").path(0).asText()).startsWith("카카오톡, ");
    assertThat(verdicts.path("series").path(0).path("values").path(0).asDouble()).isEqualTo(1.4);
    assertThat(verdicts.path("series").path(0).path("spans").path(0)).hasToString("[1.3,1.5]");
  }

  private static JsonNode data(ChartSpec chart) throws IOException {
    return new ObjectMapper().readTree(chart.json());
  }
}
