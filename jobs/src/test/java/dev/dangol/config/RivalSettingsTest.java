package dev.dangol.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns of rivals as they are written, and what is refused. */
class RivalSettingsTest {
  @TempDir Path folder;

  private List<RivalSettings> rivals(String written) {
    return SettingsReader.readWithoutSources(
            GivenConfig.file(folder, "dangol.rivals { " + written + " }"))
        .features()
        .rivals();
  }

  private List<String> faults(String written) {
    return GivenConfig.faults(GivenConfig.file(folder, "dangol.rivals { " + written + " }"));
  }

  @Test
  void a_rival_has_a_name_its_days_and_what_it_offers() {
    assertThat(
            rivals(
                """
                bigmart { from = 2018-03-01, to = 2018-03-31, categories = [coffee, 차] }
                "큰마트 🛒" { from = 2018-05-05, to = 2018-05-05 }
                """))
        .containsExactlyInAnyOrder(
            new RivalSettings(
                "bigmart",
                LocalDate.of(2018, 3, 1),
                LocalDate.of(2018, 3, 31),
                List.of("coffee", "차")),
            new RivalSettings(
                "큰마트 🛒", LocalDate.of(2018, 5, 5), LocalDate.of(2018, 5, 5), List.of()));
    assertThat(rivals("")).isEmpty();
  }

  @Test
  void a_rival_without_days_or_with_days_in_reverse_is_refused() {
    assertThat(faults("bigmart { from = 2018-03-02, to = 2018-03-01 }"))
        .anySatisfy(
            fault ->
                assertThat(fault)
                    .contains("rivals.bigmart.to lies before from; name the last day of it."));
    assertThat(faults("bigmart { from = 2018-03-02 }"))
        .anySatisfy(fault -> assertThat(fault).contains("rivals.bigmart.to"));
    assertThat(faults("bigmart { from = March, to = 2018-03-01 }"))
        .anySatisfy(fault -> assertThat(fault).contains("rivals.bigmart.from"));
    assertThat(faults("bigmart { from = 2018-03-01, to = 2018-03-02, categorys = [tea] }"))
        .anySatisfy(fault -> assertThat(fault).contains("categories"));
  }
}
