package dev.dangol.config;

import dev.dangol.config.ScorecardSettings.Criterion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the sections {@code scorecard} and {@code cohorts}. */
final class ScorecardReader {
  private ScorecardReader() {}

  static ScorecardSettings read(Section scorecard, Legal<String> feature) {
    List<Criterion> criteria = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Section section : scorecard.sections("criteria")) {
      Criterion criterion = criterion(section, feature);
      if (!names.add(criterion.name())) {
        section.fault(
            "name", section.name("name") + " is taken: every criterion needs a name of its own.");
      }
      criteria.add(criterion);
    }
    double viable = scorecard.one("viable-from", Numbers.POINTS);
    double perfect = scorecard.one("perfect-from", Numbers.POINTS);
    if (viable > perfect) {
      scorecard.fault(
          "viable-from",
          scorecard.name("viable-from") + " is above perfect-from; perfect is the higher level.");
    }
    return new ScorecardSettings(criteria, viable, perfect);
  }

  /** The predicate of each cohort. */
  static Map<String, String> cohorts(Section cohorts) {
    Map<String, String> predicates = new TreeMap<>();
    for (String name : cohorts.names()) {
      if (Texts.NAME.read(name).isEmpty()) {
        cohorts.fault(
            name,
            cohorts.name(name)
                + " is no name for a cohort; it must be "
                + Texts.NAME.meaning()
                + ".");
      }
      predicates.put(name, cohorts.section(name).one("where", Texts.SQL));
    }
    return predicates;
  }

  private static Criterion criterion(Section section, Legal<String> feature) {
    return new Criterion(
        section.one("name", Texts.TEXT),
        section.one("feature", feature),
        section.one("weight", Numbers.WEIGHT),
        section.one("viable-from", Numbers.NUMBER),
        section.one("perfect-from", Numbers.NUMBER));
  }
}
