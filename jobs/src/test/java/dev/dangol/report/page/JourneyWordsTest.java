package dev.dangol.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.report.data.CrowdedShop;
import dev.dangol.report.data.JourneySummary.GoalPanel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JourneyWordsTest {
  private static final Optional<BigDecimal> HUNDRED = Optional.of(new BigDecimal(100));

  private static String progress(String language, boolean counted, Optional<BigDecimal> target) {
    PageView view = PageView.of(CrowdedShop.story(), CrowdedShop.options(language));
    return view.journeys()
        .progress(
            new GoalPanel(
                "signup",
                new BigDecimal("25.0000"),
                counted,
                target,
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
  }

  @Test
  void decisions_that_are_counted_are_no_amount_of_money() {
    assertThat(progress("en", true, HUNDRED))
        .isEqualTo("Reached: 25 decisions of 100 decisions, which is 25\u00a0%.");
    assertThat(progress("ko", true, Optional.empty())).isEqualTo("지금까지 달성: 결정 25건.");
  }

  @Test
  void a_goal_of_revenue_is_an_amount_of_money() {
    assertThat(progress("en", false, Optional.empty())).isEqualTo("Reached so far: 25\u00a0KRW.");
    assertThat(progress("ko", false, HUNDRED)).contains("25원").contains("100원");
  }
}
