package dev.dangol.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.hocon.ConfigLayers;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JourneySettingsTest {
  @TempDir Path folder;

  @Test
  void stages_goals_classes_and_bands_of_journeys_are_read() {
    ConfigLayers layers =
        GivenConfig.file(
            folder,
            GivenConfig.PURCHASES
                + """

                dangol.journey {
                  order = [discovery, trial, decision, evaluation]
                  stages { trial { events = download, where = "kind = 'service'" }, consideration = null }
                  goals { purchase = null, tea { where = "product_line = 'tea'", target = 1000.5 }, news { events = signup } }
                  classes { slow = [tea, pot]
                            fast = [tea] }
                  bands { fast = [0, 7] }
                }
                """);
    JourneySettings journey = SettingsReader.read(layers).journey();
    assertThat(journey.stages())
        .extracting(JourneyStage::name)
        .containsExactly("discovery", "trial", "decision", "evaluation");
    assertThat(journey.stages().get(1))
        .isEqualTo(new JourneyStage("trial", List.of("download"), Optional.of("kind = 'service'")));
    assertThat(journey.goals())
        .containsExactly(
            new JourneyGoal(
                "news",
                Optional.empty(),
                List.of("signup"),
                JourneyGoal.GoalKind.COUNT,
                Optional.empty(),
                Optional.empty()),
            new JourneyGoal(
                "tea",
                Optional.of("product_line = 'tea'"),
                List.of(),
                JourneyGoal.GoalKind.REVENUE,
                Optional.of(new BigDecimal("1000.5")),
                Optional.empty()));
    assertThat(journey.countedGoals()).containsExactly("news");
    assertThat(journey.classes())
        .containsExactly(
            new ProductClass(
                "slow", List.of("tea", "pot"), OptionalDouble.empty(), OptionalDouble.empty()),
            new ProductClass("fast", List.of("tea"), OptionalDouble.of(0), OptionalDouble.of(7)));
    assertThat(journey.spans()).isEqualTo(new JourneySettings.JourneySpans(90, 24, 72));
  }
}
