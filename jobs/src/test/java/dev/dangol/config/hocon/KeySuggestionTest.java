package dev.dangol.config.hocon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeySuggestionTest {
  private static final Set<String> KNOWN =
      Set.of("k", "k-range", "min-share", "seed", "features", "where");

  @Test
  void a_slip_of_the_keyboard_finds_its_word() {
    assertThat(KeySuggestion.nearest("sede", KNOWN)).contains("seed");
    assertThat(KeySuggestion.nearest("wehre", KNOWN)).contains("where");
    assertThat(KeySuggestion.nearest("min_share", KNOWN)).contains("min-share");
  }

  @Test
  void capitals_do_not_matter() {
    assertThat(KeySuggestion.nearest("FEATURES", KNOWN)).contains("features");
  }

  @Test
  void a_part_of_a_long_word_finds_it() {
    assertThat(KeySuggestion.nearest("range", KNOWN)).contains("k-range");
    assertThat(KeySuggestion.nearest("Seoul", List.of("Asia/Tokyo", "Asia/Seoul")))
        .contains("Asia/Seoul");
  }

  @Test
  void a_word_that_is_near_to_none_finds_nothing() {
    assertThat(KeySuggestion.nearest("colour", KNOWN)).isEmpty();
    assertThat(KeySuggestion.nearest("xyz", KNOWN)).isEmpty();
    assertThat(KeySuggestion.nearest("seed", Set.of())).isEmpty();
  }

  @Test
  void of_two_equally_near_the_first_in_alphabetical_order_is_found() {
    assertThat(KeySuggestion.nearest("cat", List.of("rat", "bat"))).contains("bat");
  }
}
