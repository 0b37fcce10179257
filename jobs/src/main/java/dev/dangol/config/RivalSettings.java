package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NameLabels;
import dev.dangol.config.hocon.TextRules;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Campaign of a rival, during which customers are tempted away.
 *
 * @param name the rival's name, or that of the campaign
 * @param from its first day
 * @param to its last day
 * @param categories what the rival offers; empty for everything
 */
public record RivalSettings(String name, LocalDate from, LocalDate to, List<String> categories)
    implements Serializable {
  public RivalSettings {
    categories = List.copyOf(categories);
  }

  /** Reads the section {@code rivals}, in the order of the names. */
  static List<RivalSettings> readAll(ConfigSection rivals) {
    List<RivalSettings> read = new ArrayList<>();
    for (String name : rivals.names()) {
      ConfigSection rival = rivals.section(name);
      NameLabels.read(rival, "rival", name);
      LocalDate from = rival.one("from", TextRules.DAY);
      LocalDate to = rival.one("to", TextRules.DAY);
      if (to.isBefore(from)) {
        rival.fault("to", rival.name("to") + " lies before from; name the last day of it.");
      }
      List<String> categories =
          rival.sets("categories") ? rival.any("categories", TextRules.TEXT) : List.of();
      read.add(new RivalSettings(name, from, to, categories));
    }
    return List.copyOf(read);
  }
}
