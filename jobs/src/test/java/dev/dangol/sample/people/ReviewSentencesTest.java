package dev.dangol.sample.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.SettingsReader;
import dev.dangol.config.hocon.ConfigLayers;
import dev.dangol.voices.ThemeDictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Planted truth of the sample's texts: each kind speaks more of what it cares for. */
class ReviewSentencesTest {
  private static final int TEXTS = 400;

  private static final ThemeDictionary THEMES =
      ThemeDictionary.of(
          SettingsReader.readWithoutSources(new ConfigLayers(Optional.empty(), Map.of(), List.of()))
              .voices()
              .themes());

  @Test
  void kinds_speak_of_their_own_themes() {
    assertThat(share(ShopperKind.BARGAIN_HUNTER, "price", 5))
        .isGreaterThan(2 * share(ShopperKind.REGULAR, "price", 5));
    assertThat(share(ShopperKind.BARGAIN_HUNTER, "other_sellers", 1))
        .isGreaterThan(share(ShopperKind.REGULAR, "other_sellers", 1) + 0.2);
    assertThat(share(ShopperKind.ADVOCATE, "service", 5))
        .isGreaterThan(share(ShopperKind.REGULAR, "service", 5) + 0.2);
    assertThat(share(ShopperKind.FRANK_CRITIC, "function", 5))
        .isGreaterThan(share(ShopperKind.REGULAR, "function", 5) + 0.1);
  }

  private static double share(ShopperKind kind, String theme, int stars) {
    int found = 0;
    for (int number = 0; number < TEXTS; number++) {
      SeededDraws draws = SeededDraws.of(5, number, SeededDraws.DrawPurpose.REVIEWS);
      String text = ReviewSentences.about(stars, 2, kind, draws);
      found += THEMES.themes(text).contains(theme) ? 1 : 0;
    }
    return (double) found / TEXTS;
  }
}
