package dev.dangol.report.data;

import dev.dangol.report.data.BacktestEvidence.EvidenceChoice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Gain curve: the share of later net sales that the best customers hold, by how many are taken. One
 * line is for the rank on the scorecard, the others for each other rule.
 *
 * @param sizes shares of all customers of the earlier day, smallest first
 * @param lines the scorecard's first, then the others, the one that holds most first, and chance
 *     last
 */
public record GainCurve(List<Double> sizes, List<GainCurveLine> lines) {
  private static final String SCORECARD = "fit";

  /**
   * A rule's line of the gain curve.
   *
   * @param held the share of later net sales at each size; empty where it is not known
   */
  public record GainCurveLine(String method, List<OptionalDouble> held) {
    private double total() {
      return held.stream().mapToDouble(share -> share.orElse(0)).sum();
    }

    public boolean isOurs() {
      return method.equals(SCORECARD);
    }

    public boolean isChance() {
      return method.equals(EvidenceChoice.CHANCE);
    }
  }

  /** The curve at the sizes tried for the scorecard; empty where there are fewer than two. */
  static GainCurve of(List<EvidenceChoice> choices) {
    Map<String, Map<Double, OptionalDouble>> byMethod = new LinkedHashMap<>();
    for (EvidenceChoice choice : choices) {
      byMethod
          .computeIfAbsent(choice.method(), method -> new LinkedHashMap<>())
          .put(choice.share(), choice.revenue());
    }
    List<Double> sizes =
        new ArrayList<>(new TreeSet<>(byMethod.getOrDefault(SCORECARD, Map.of()).keySet()));
    boolean measured = choices.stream().anyMatch(choice -> choice.revenue().isPresent());
    return sizes.size() < 2 || !measured
        ? new GainCurve(List.of(), List.of())
        : new GainCurve(sizes, lines(byMethod, sizes));
  }

  private static List<GainCurveLine> lines(
      Map<String, Map<Double, OptionalDouble>> byMethod, List<Double> sizes) {
    return byMethod.entrySet().stream()
        .filter(method -> !method.getKey().equals(CustomerGroup.IDEAL))
        .map(
            method ->
                new GainCurveLine(
                    method.getKey(),
                    sizes.stream()
                        .map(size -> method.getValue().getOrDefault(size, OptionalDouble.empty()))
                        .toList()))
        .sorted(
            Comparator.comparing((GainCurveLine line) -> !line.isOurs())
                .thenComparing(GainCurveLine::isChance)
                .thenComparing(line -> -line.total())
                .thenComparing(GainCurveLine::method))
        .collect(Collectors.toUnmodifiableList());
  }

  public boolean isDrawn() {
    return !lines.isEmpty();
  }

  /** The lines to draw: the scorecard, the best of the other rules over all sizes, and chance. */
  public List<GainCurveLine> drawableLines() {
    List<GainCurveLine> drawn = new ArrayList<>();
    lines.stream().filter(GainCurveLine::isOurs).forEach(drawn::add);
    Optional<GainCurveLine> best =
        lines.stream().filter(line -> !line.isOurs() && !line.isChance()).findFirst();
    best.ifPresent(drawn::add);
    lines.stream().filter(GainCurveLine::isChance).forEach(drawn::add);
    return drawn;
  }
}
