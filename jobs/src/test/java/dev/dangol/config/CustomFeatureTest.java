package dev.dangol.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.CustomFeature.CustomKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configured features as they are written, and what is refused. */
class CustomFeatureTest {
  private static final String GIFTS = "features.custom.gift_orders.";

  @Test
  void a_feature_says_its_rows_and_what_is_made_of_them(@TempDir Path folder) {
    Settings settings =
        SettingsReader.readWithoutSources(
            GivenConfig.file(
                folder,
                """
                dangol.features.custom {
                  gift_orders = {
                    source = purchases, when = "category = 'gift'", count = orders, windows = [365, 90]
                  }
                  seen { source = engagement, last = days }
                }
                dangol.scorecard.criteria = [
                  { name = gives, feature = gift_orders_90d, weight = 1, viable-from = 1, perfect-from = 3 }
                ]
                """));
    List<CustomFeature> custom = settings.features().custom();
    assertThat(custom)
        .containsExactly(
            new CustomFeature(
                "gift_orders",
                "purchases",
                "category = 'gift'",
                CustomKind.ORDERS,
                "",
                List.of(90, 365)),
            new CustomFeature("seen", "engagement", "true", CustomKind.LAST, "", List.of()));
    assertThat(CustomFeature.columns(custom))
        .containsExactly("gift_orders_90d", "gift_orders_365d", "seen");
  }

  @Test
  void what_makes_no_sense_is_refused() {
    assertThat(faults("source=purchases")).contains("must have one of count, sum, last and share");
    assertThat(faults("source=purchases", "count=rows", "last=days"))
        .contains("must have one of count, sum, last and share");
    assertThat(faults("source=engagement", "count=orders")).contains("must be purchases");
    assertThat(faults("source=engagement", "sum=net_amount")).contains("must be purchases");
    assertThat(faults("source=reviews", "count=rows")).contains("one of purchases engagement");
    assertThat(faults("source=purchases", "sum=price")).contains("one of net_amount");
    assertThat(faults("source=purchases", "last=days", "windows=[30]"))
        .contains("must not be set with last");
    assertThat(
            joined(
                "features.custom.orders.source=purchases",
                "features.custom.orders.count=rows",
                "features.custom.orders.windows=[30]"))
        .contains("would be the column orders_30d, which is taken");
    assertThat(
            joined(
                "features.custom.Gifts-2.source=purchases", "features.custom.Gifts-2.count=rows"))
        .contains("is no name for a feature");
  }

  private static String faults(String... sets) {
    String[] whole = new String[sets.length];
    for (int place = 0; place < sets.length; place++) {
      whole[place] = GIFTS + sets[place];
    }
    return joined(whole);
  }

  private static String joined(String... sets) {
    return String.join("\n", GivenConfig.faults(GivenConfig.sets(sets)));
  }
}
