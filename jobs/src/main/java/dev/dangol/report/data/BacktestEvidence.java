package dev.dangol.report.data;

import dev.dangol.table.RowReader;
import dev.dangol.table.results.ProofColumns;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Results of the backtest: what customers chosen on an earlier day brought later, beside as many
 * chosen otherwise.
 *
 * @param choices the ideal cohort first, or the best on the scorecard where that was empty; then
 *     the others, the one that holds most first, and chance last
 * @param curve the same at other sizes
 * @param better the simple rule that chose better by more than chance; empty where there is none
 */
public record BacktestEvidence(
    List<EvidenceChoice> choices, GainCurve curve, Optional<BetterRule> better) {
  private static final List<String> OURS = List.of(CustomerGroup.IDEAL, "fit");

  /** Share of customers, those who fit best, that replaces an ideal cohort which was empty. */
  private static final double FIFTH = 0.2;

  /**
   * Some customers, and their share of what all customers of the day did later.
   *
   * @param share of all customers of the earlier day
   * @param low lower end of the interval of the share of net sales
   * @param lead how the ideal cohort's share of net sales compares with this one
   * @param fitLead how that of as many customers by rank compares with it
   */
  public record EvidenceChoice(
      String method,
      LocalDate cutoff,
      double share,
      OptionalDouble revenue,
      OptionalDouble low,
      OptionalDouble high,
      OptionalDouble orders,
      OptionalDouble referrals,
      OptionalDouble retained,
      EvidenceLead lead,
      EvidenceLead fitLead) {
    static final String CHANCE = "chance";

    private static EvidenceChoice of(RowReader cells) {
      return new EvidenceChoice(
          cells.text(ProofColumns.METHOD).orElse(""),
          cells.day(ProofColumns.CUTOFF).orElseThrow(),
          cells.number(ProofColumns.SHARE).orElse(0),
          cells.number(ProofColumns.REVENUE),
          cells.number(ProofColumns.REVENUE_LOW),
          cells.number(ProofColumns.REVENUE_HIGH),
          cells.number(ProofColumns.ORDERS),
          cells.number(ProofColumns.REFERRALS),
          cells.number(ProofColumns.RETENTION),
          EvidenceLead.of(
              cells.number(ProofColumns.LEAD_LOW).orElse(-1),
              cells.number(ProofColumns.LEAD_HIGH).orElse(1)),
          EvidenceLead.of(
              cells.number(ProofColumns.FIT_LEAD_LOW).orElse(-1),
              cells.number(ProofColumns.FIT_LEAD_HIGH).orElse(1)));
    }

    boolean isChance() {
      return method.equals(CHANCE);
    }
  }

  /** Comparison of a choice of ours with another one. */
  public enum EvidenceLead {
    BETTER,
    WORSE,
    EVEN;

    private static EvidenceLead of(double low, double high) {
      return low > 0 ? BETTER : high < 0 ? WORSE : EVEN;
    }
  }

  static BacktestEvidence read(Dataset<Row> backtest) {
    List<EvidenceChoice> all =
        backtest.collectAsList().stream()
            .map(row -> EvidenceChoice.of(new RowReader(row)))
            .toList();
    Optional<EvidenceChoice> first =
        all.stream()
            .filter(choice -> OURS.contains(choice.method()))
            .min(
                Comparator.comparing((EvidenceChoice choice) -> OURS.indexOf(choice.method()))
                    .thenComparing(choice -> Math.abs(choice.share() - FIFTH)));
    return new BacktestEvidence(
        first.map(ours -> beside(ours, all)).orElse(List.of()),
        GainCurve.of(all),
        BetterRule.of(all));
  }

  private static List<EvidenceChoice> beside(EvidenceChoice ours, List<EvidenceChoice> all) {
    return all.stream()
        .filter(choice -> choice.share() == ours.share())
        .filter(choice -> choice.equals(ours) || !OURS.contains(choice.method()))
        .sorted(
            Comparator.comparing((EvidenceChoice choice) -> !choice.equals(ours))
                .thenComparing(EvidenceChoice::isChance)
                .thenComparing(choice -> -choice.revenue().orElse(0))
                .thenComparing(EvidenceChoice::method))
        .toList();
  }

  /** The choice that the backtest judges; empty where nothing could be compared. */
  public Optional<EvidenceChoice> ours() {
    return choices.stream().findFirst();
  }

  /** The best of the others. */
  public Optional<EvidenceChoice> best() {
    return choices.stream().skip(1).filter(choice -> !choice.isChance()).findFirst();
  }
}
