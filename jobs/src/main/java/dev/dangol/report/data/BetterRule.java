package dev.dangol.report.data;

import dev.dangol.report.data.BacktestEvidence.EvidenceChoice;
import dev.dangol.report.data.BacktestEvidence.EvidenceLead;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Simple rule that chose better than the scorecard by more than chance. It is compared with the
 * ideal cohort at its own size, and with a tenth and a fifth by rank.
 *
 * @param rule the choice of the rule, and what it brought
 * @param ours the choice of the scorecard that brought less
 */
public record BetterRule(EvidenceChoice rule, EvidenceChoice ours) {
  private static final Set<String> SIMPLE = Set.of("rfm", "spend", "recency", "frequency");
  private static final Set<Double> RANKED = Set.of(0.1, 0.2);
  private static final String FIT = "fit";

  /** The rule that was better by most; empty where none was better by more than chance. */
  static Optional<BetterRule> of(List<EvidenceChoice> choices) {
    return choices.stream()
        .filter(choice -> SIMPLE.contains(choice.method()))
        .flatMap(rule -> beaten(rule).flatMap(method -> ours(method, rule, choices)).stream())
        .max(
            Comparator.comparingDouble(BetterRule::margin)
                .thenComparing(better -> better.rule().method()));
  }

  private static Optional<String> beaten(EvidenceChoice rule) {
    if (rule.lead() == EvidenceLead.WORSE) {
      return Optional.of(CustomerGroup.IDEAL);
    }
    boolean byRank = RANKED.contains(rule.share()) && rule.fitLead() == EvidenceLead.WORSE;
    return byRank ? Optional.of(FIT) : Optional.empty();
  }

  private static Optional<BetterRule> ours(
      String method, EvidenceChoice rule, List<EvidenceChoice> choices) {
    return choices.stream()
        .filter(choice -> choice.method().equals(method) && choice.share() == rule.share())
        .map(choice -> new BetterRule(rule, choice))
        .findFirst();
  }

  private double margin() {
    OptionalDouble best = rule.revenue();
    return best.orElse(0) - ours.revenue().orElse(0);
  }
}
