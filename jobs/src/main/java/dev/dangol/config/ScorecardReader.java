package dev.dangol.config;

import dev.dangol.config.ScorecardSettings.CutPointKind;
import dev.dangol.config.ScorecardSettings.ScorecardCriterion;
import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NameLabels;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.TextRules;
import dev.dangol.config.hocon.ValueRule;
import dev.dangol.table.results.CustomerColumns;
import dev.dangol.table.results.JourneyAttributeColumns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the sections {@code scorecard} and {@code cohorts}. */
final class ScorecardReader {
  private static final ValueRule<CutPointKind> CUTS =
      new ValueRule<>(
          "value or percentile",
          List.of("value", "percentile"),
          CutPointKind.VALUE,
          text ->
              Stream.of(CutPointKind.values())
                  .filter(cuts -> cuts.name().toLowerCase(Locale.ROOT).equals(text))
                  .findFirst());

  private ScorecardReader() {}

  /**
   * A numeric column that describes customers, or a flag, which counts 1 where it is true.
   *
   * @param features the configured windows and features, which decide the columns
   * @param horizons the configured days ahead, which decide those of customer_value
   * @param goals the names of the goals, which decide those of journeys
   * @param attributes the attributes of customers that the settings write out, as far as they hold
   *     numbers
   */
  static ValueRule<String> feature(
      FeatureSettings features,
      List<Integer> horizons,
      List<String> goals,
      List<String> attributes) {
    List<String> names = new ArrayList<>();
    CustomerColumns.of(features.windows(), horizons).forEach(field -> names.add(field.name()));
    names.addAll(CustomFeature.columns(features.custom()));
    JourneyAttributeColumns.numbers(goals).forEach(field -> names.add(field.name()));
    CustomerColumns.joined().forEach(field -> names.add(field.name()));
    names.addAll(attributes);
    return new ValueRule<>(
        "a numeric column or a flag of customer_features, customer_value or customer_likelihoods,"
            + (features.custom().isEmpty() ? "" : " a feature of features.custom,")
            + " distance, journey_days, journey_back_steps or contribution of a goal, a number of"
            + " effort or referral_network, or an attribute of customers that holds numbers",
        names,
        names.get(0),
        text -> names.stream().filter(text::equals).findFirst());
  }

  static ScorecardSettings read(ConfigSection scorecard, ValueRule<String> feature) {
    ScorecardSettings main = card(scorecard, feature);
    Map<String, AdditionalScorecard> profiles = new TreeMap<>();
    scorecard
        .optionalSection("profiles")
        .ifPresent(
            section ->
                section
                    .names()
                    .forEach(name -> profiles.put(name, profile(section, name, feature))));
    return new ScorecardSettings(main.criteria(), main.viableFrom(), main.perfectFrom(), profiles);
  }

  /** The predicate of each cohort. */
  static Map<String, String> cohorts(ConfigSection cohorts) {
    Map<String, String> predicates = new TreeMap<>();
    for (String name : cohorts.names()) {
      refuseOddName(cohorts, name, "a cohort");
      ConfigSection cohort = cohorts.section(name);
      predicates.put(name, cohort.one("where", TextRules.SQL));
      NameLabels.read(cohort, "cohort", name);
    }
    return predicates;
  }

  private static AdditionalScorecard profile(
      ConfigSection profiles, String name, ValueRule<String> feature) {
    refuseOddName(profiles, name, "a profile");
    if (name.equals(ScorecardSettings.MAIN)) {
      profiles.fault(
          name, profiles.name(name) + " is the scorecard itself; give the profile another name.");
    }
    ConfigSection section = profiles.section(name);
    return new AdditionalScorecard(section.one("where", TextRules.SQL), card(section, feature));
  }

  private static void refuseOddName(ConfigSection section, String name, String what) {
    if (TextRules.NAME.read(name).isEmpty()) {
      section.fault(
          name,
          section.name(name)
              + " is no name for "
              + what
              + "; it must be "
              + TextRules.NAME.meaning()
              + ".");
    }
  }

  private static ScorecardSettings card(ConfigSection card, ValueRule<String> feature) {
    List<ScorecardCriterion> criteria = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ConfigSection section : card.sections("criteria")) {
      ScorecardCriterion criterion = criterion(section, feature);
      NameLabels.read(section, "criterion", criterion.name());
      if (!names.add(criterion.name())) {
        section.fault(
            "name", section.name("name") + " is taken: every criterion needs a name of its own.");
      }
      criteria.add(criterion);
    }
    double viable = card.one("viable-from", NumberRules.POINTS);
    double perfect = card.one("perfect-from", NumberRules.POINTS);
    if (viable > perfect) {
      card.fault(
          "viable-from",
          card.name("viable-from") + " is above perfect-from; perfect is the higher level.");
    }
    return new ScorecardSettings(criteria, viable, perfect);
  }

  private static ScorecardCriterion criterion(ConfigSection section, ValueRule<String> feature) {
    CutPointKind cuts = section.optional("cuts", CUTS).orElse(CutPointKind.VALUE);
    ValueRule<Double> cut =
        cuts == CutPointKind.PERCENTILE ? NumberRules.PERCENTILE : NumberRules.NUMBER;
    Optional<String> required = section.optional("required", TextRules.YES_OR_NO);
    return new ScorecardCriterion(
        section.one("name", TextRules.TEXT),
        section.one("feature", feature),
        section.one("weight", NumberRules.WEIGHT),
        section.one("viable-from", cut),
        section.one("perfect-from", cut),
        cuts,
        required.map("true"::equals).orElse(false));
  }
}
