package dev.dangol.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageFileTest {
  @Test
  void the_first_language_has_the_page_that_is_opened_first() {
    assertThat(PageFile.of(List.of("ko", "en")))
        .containsExactly(new PageFile("ko", "index.html"), new PageFile("en", "index-en.html"));
    assertThat(PageFile.of(List.of("en"))).containsExactly(new PageFile("en", "index.html"));
  }

  @Test
  void every_name_that_a_page_may_have_is_known_whatever_is_configured() {
    assertThat(PageFile.names())
        .containsExactlyInAnyOrder("index.html", "index-en.html", "index-ko.html");
  }

  @Test
  void a_language_is_called_by_its_own_name() {
    assertThat(PageFile.of(List.of("en", "ko")))
        .extracting(PageFile::ownName)
        .containsExactly("English", "한국어");
  }
}
