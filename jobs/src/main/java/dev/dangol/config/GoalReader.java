package dev.dangol.config;

import dev.dangol.config.JourneyGoal.GoalKind;
import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NameLabels;
import dev.dangol.config.hocon.TextRules;
import dev.dangol.config.hocon.ValueRule;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.Sources;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads the goals of journeys. */
final class GoalReader {
  /** Goals are told apart by a bit each, on every line. */
  private static final int MOST = 60;

  private static final ValueRule<BigDecimal> AMOUNT =
      ValueRule.of("an amount above 0", BigDecimal.ONE, GoalReader::amount);
  private static final ValueRule<String> KIND = ValueRule.oneOf(List.of("revenue", "count"));

  private final ConfigSection goals;
  private final ValueRule<String> event;

  GoalReader(ConfigSection goals, Map<String, SourceSettings> sources) {
    this.goals = goals;
    TreeSet<String> known = new TreeSet<>(EngagementSource.KNOWN_EVENTS);
    Optional.ofNullable(sources.get(Sources.ENGAGEMENT.name()))
        .ifPresent(engagement -> known.addAll(engagement.options().events().values()));
    this.event =
        new ValueRule<>(
            "an event that ingest knows or sources.engagement.events maps",
            known,
            "",
            text -> Optional.of(text).filter(known::contains));
  }

  List<JourneyGoal> goals() {
    List<JourneyGoal> read = new ArrayList<>();
    for (String name : goals.names()) {
      StageReader.requireName(goals, name, "a goal");
      read.add(goal(name, goals.section(name)));
    }
    if (read.size() > MOST) {
      goals.fault(goals.name() + " has more than " + MOST + " goals.");
    }
    return read;
  }

  private JourneyGoal goal(String name, ConfigSection goal) {
    NameLabels.read(goal, "goal", name);
    List<String> events = goal.sets("events") ? goal.many("events", event) : List.of();
    Optional<String> where = goal.optional("where", TextRules.SQL);
    Optional<String> given = goal.optional("kind", KIND);
    String kind = given.orElse(events.isEmpty() ? "revenue" : "count");
    if (!events.isEmpty() && !kind.equals("count")) {
      goal.fault("kind", goal.name("kind") + " is revenue, but only a goal of count has events.");
    }
    if (!events.isEmpty() && where.isPresent()) {
      goal.fault(
          "where", goal.name("where") + " stands beside events; a goal is of orders or of events.");
    }
    return new JourneyGoal(
        name,
        where,
        events,
        GoalKind.valueOf(kind.toUpperCase(Locale.ROOT)),
        goal.optional("target", AMOUNT),
        goal.optional("value", AMOUNT));
  }

  private static Optional<BigDecimal> amount(String text) {
    try {
      BigDecimal amount = new BigDecimal(text);
      boolean legal = amount.signum() > 0 && amount.compareTo(new BigDecimal("1e14")) < 0;
      return Optional.of(amount).filter(any -> legal);
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
