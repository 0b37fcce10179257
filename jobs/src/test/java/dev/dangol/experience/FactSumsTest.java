package dev.dangol.experience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactSumsTest {
  /** A group may be named a|b, and a category b|c. */
  @Test
  void keys_that_would_be_one_text_are_two_and_stand_in_order_of_their_parts() {
    FactSheet sheet = new FactSheet();
    sheet.sum(FactKey.of("m", "a|b", "c"), 1);
    sheet.sum(FactKey.of("m", "a", "b|c"), 2);
    sheet.sum(FactKey.of("m", null, "z"), 3);
    sheet.sum(FactKey.of("m", "a", null), 4);
    sheet.sum(FactKey.of("m", "a"), 5);
    sheet.sum(FactKey.of("other", "a"), 6);

    assertThat(FactSums.of(sheet).keys("m"))
        .containsExactly(
            Arrays.asList(null, "z"),
            List.of("a"),
            Arrays.asList("a", null),
            List.of("a", "b|c"),
            List.of("a|b", "c"));
    assertThat(FactSums.of(sheet).keys("none")).isEmpty();
  }
}
