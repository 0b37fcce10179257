package dev.dangol.report.page;

import dev.dangol.report.data.BacktestEvidence;
import dev.dangol.report.data.BacktestEvidence.EvidenceChoice;
import dev.dangol.report.data.BetterRule;
import dev.dangol.report.data.CustomerGroup;
import dev.dangol.report.data.GainCurve;
import java.util.Locale;

/** Verdict of the backtest, good or bad, in a sentence. */
public record BacktestVerdict(PageView view) {
  public String text() {
    BacktestEvidence evidence = view.story().evidence();
    if (evidence.ours().isEmpty() || evidence.best().isEmpty()) {
      return view.words().text("proof.none");
    }
    EvidenceChoice ours = evidence.ours().get();
    return ours.revenue().isEmpty()
        ? view.words().text("proof.nothing", view.figures().day(ours.cutoff()))
        : evidence.better().map(this::warning).orElse("") + compare(ours, evidence.best().get());
  }

  /** A sentence on the simple rule that was better, and on the setting that would follow it. */
  private String warning(BetterRule better) {
    ReadableNumbers figures = view.figures();
    EvidenceChoice rule = better.rule();
    String setting = view.words().text("proof.setting." + rule.method());
    String said = view.words().text("proof.better", name(rule), setting);
    String held =
        view.words()
            .text(
                "proof.better_held",
                figures.share(rule.share()),
                figures.share(rule.revenue()),
                name(better.ours()),
                figures.share(better.ours().revenue()));
    return said + " " + held + " ";
  }

  private String compare(EvidenceChoice ours, EvidenceChoice best) {
    ReadableNumbers figures = view.figures();
    String said =
        view.words()
            .text(
                "proof.sentence." + ours.method(),
                figures.day(ours.cutoff()),
                figures.share(ours.share()),
                figures.share(ours.revenue()),
                span(ours));
    boolean byIdeal = ours.method().equals(CustomerGroup.IDEAL);
    String lead = "proof.lead." + best.lead().name().toLowerCase(Locale.ROOT);
    String other = view.words().text("proof.best", name(best), figures.share(best.revenue()));
    return said + " " + other + (byIdeal ? " " + view.words().text(lead) : "");
  }

  /** The interval of its share of net sales. */
  public String span(EvidenceChoice choice) {
    ReadableNumbers figures = view.figures();
    return choice.low().isEmpty()
        ? figures.notMeasured()
        : view.words()
            .text("proof.span", figures.share(choice.low()), figures.share(choice.high()));
  }

  /** The method by which customers were chosen, in words. */
  public String name(EvidenceChoice choice) {
    return name(choice.method());
  }

  /** The name of a rule of the curve. */
  public String name(GainCurve.GainCurveLine line) {
    return name(line.method());
  }

  /** A sentence on the gain curve at its smallest size. */
  public String curve() {
    GainCurve curve = view.story().evidence().curve();
    ReadableNumbers figures = view.figures();
    String size = figures.share(curve.sizes().get(0));
    String ours = figures.share(curve.lines().get(0).held().get(0));
    return curve.drawableLines().stream()
        .filter(line -> !line.isOurs() && !line.isChance())
        .findFirst()
        .map(
            line ->
                view.words()
                    .text("curve.intro", size, ours, name(line), figures.share(line.held().get(0))))
        .orElseGet(() -> view.words().text("curve.intro_alone", size, ours));
  }

  String name(String method) {
    return view.words().text("proof.method." + method);
  }
}
