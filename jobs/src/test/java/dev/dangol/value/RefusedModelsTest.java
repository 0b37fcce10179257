package dev.dangol.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.ValueSettings;
import dev.dangol.value.fitting.FailedFit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RefusedModelsTest {
  private static final List<String> MODELS = List.of("bg-nbd", "mbg-nbd");
  private static final ValueSettings SETTINGS = new ValueSettings(OptionalDouble.empty());

  private static Optional<String> refused(FittedModels fitted) {
    return new ModelResults(
            SETTINGS, ModelComparison.none(MODELS, "none"), fitted, SalesContest.notAsked())
        .refused();
  }

  @Test
  void what_refuses_everybody_refuses_every_group() {
    assertThat(refused(FittedModels.none(MODELS, "Bound by contracts.")))
        .hasValue("Bound by contracts.");
  }

  @Test
  void models_that_were_tried_on_everybody_are_tried_on_every_group() {
    FailedFit few = new FailedFit("Too few.");
    FittedModels tried =
        new FittedModels(3, Map.of("bg-nbd", few), Optional.empty(), SpendResults.none("Too few."));
    assertThat(refused(tried)).isEmpty();
  }
}
