package dev.dangol.report.page;

import dev.dangol.report.data.BacktestEvidence;
import dev.dangol.report.data.BacktestEvidence.EvidenceChoice;
import dev.dangol.report.data.CohortLine;
import dev.dangol.report.data.CustomerGroup;
import dev.dangol.report.data.NextStep;
import dev.dangol.report.data.ReportStory;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words of the first screen: what changed, whether it is proven, and what to do next. */
public record FirstWords(PageView view) {
  private static final int MOST_CRITERIA = 3;
  private static final String MISSING = "first.proof.none";

  private ReportStory story() {
    return view.story();
  }

  /** A sentence on customers who became ideal or ceased to be, with the criteria behind it. */
  public String change() {
    Optional<CohortLine> ideal = story().ideal();
    if (ideal.isEmpty()) {
      return say("first.change.undefined");
    }
    CohortLine cohort = ideal.get();
    if (isFirstRun(cohort)) {
      return say("first.change.first");
    }
    String moved =
        say(
            "first.change",
            view.figures().customers(cohort.entered()),
            view.figures().customers(cohort.left()));
    String why = why();
    return why.isEmpty() ? moved : moved + " " + say("first.change.why", why);
  }

  /** True where no earlier run knew a member, so that nobody came or left. */
  public boolean isFirstRun(CohortLine cohort) {
    return cohort.stayed() + cohort.left() == 0;
  }

  private String why() {
    return story().first().moved().lines().stream()
        .limit(MOST_CRITERIA)
        .map(
            line ->
                say(
                    "first.change.criterion",
                    view.labels().name("criterion", line.criterion()),
                    view.figures().customers(line.customers())))
        .collect(Collectors.joining(", "));
  }

  /** A sentence on the backtest, with its interval, good or bad. */
  public String proof() {
    BacktestEvidence evidence = story().evidence();
    return evidence
        .ours()
        .filter(ours -> ours.revenue().isPresent())
        .map(this::proven)
        .orElseGet(() -> say(MISSING));
  }

  private String proven(EvidenceChoice ours) {
    String said =
        say(
            "first.proof",
            view.figures().day(ours.cutoff()),
            view.figures().share(ours.share()),
            view.figures().share(ours.revenue()),
            view.verdict().span(ours));
    boolean byIdeal = ours.method().equals(CustomerGroup.IDEAL);
    return story()
        .evidence()
        .best()
        .filter(best -> byIdeal)
        .map(best -> said + " " + lead(best))
        .orElse(said);
  }

  private String lead(EvidenceChoice best) {
    return say(
        "first.proof." + best.lead().name().toLowerCase(Locale.ROOT),
        view.verdict().name(best),
        view.figures().share(best.revenue()));
  }

  /** The heading of the steps, which says three only where there are as many. */
  public String stepsHeading() {
    return say(steps().size() == MOST_CRITERIA ? "first.next" : "first.next_fewer");
  }

  public List<NextStep> steps() {
    return story().first().steps();
  }

  /** The title of a step: what to do, in a few words. */
  public String title(NextStep step) {
    return say(key(step) + ".title", about(step, 0), about(step, 1));
  }

  /** The people of a step. */
  public String people(NextStep step) {
    return step.kind() == NextStep.StepKind.UNBLOCK
        ? view.figures().journeys(step.people())
        : view.figures().customers(step.people());
  }

  /** The stake of a step, in the reporting currency. */
  public String stake(NextStep step) {
    return step.stake()
        .map(stake -> say(key(step) + ".stake", view.figures().money(stake)))
        .orElseGet(() -> say("first.stake_unknown"));
  }

  /**
   * The place where these people are found: a cohort with a predicate, a table, and the exports of
   * it.
   */
  public String holder(NextStep step) {
    String held = say(key(step) + ".holder", step.about().isEmpty() ? "" : step.about().get(0));
    String exports =
        story().exports().stream()
            .filter(line -> line.group().equals(CustomerGroup.IDEAL))
            .map(line -> view.labels().name("target", line.target()))
            .distinct()
            .collect(Collectors.joining(", "));
    return step.kind() == NextStep.StepKind.WIN_BACK && !exports.isEmpty()
        ? held + " " + say("first.exports", exports)
        : held;
  }

  /** Freshness and quality of the data in one line. */
  public String data() {
    ReportStory.DataQuality quality = story().quality();
    String latest =
        story().customers().everyone().latestOrder().map(this::age).orElse(say("first.data.none"));
    return say(
        "first.data",
        latest,
        view.figures().number(quality.failed()),
        view.figures().number(quality.checks().size()),
        view.figures().rows(quality.rejections().rows()));
  }

  private String age(LocalDate latest) {
    return view.figures().day(latest);
  }

  private String about(NextStep step, int place) {
    if (step.about().size() <= place) {
      return say("talk.every_channel");
    }
    String name = step.about().get(place);
    return switch (step.kind()) {
      case LIFT -> view.labels().name("criterion", name);
      case UNBLOCK ->
          place == 0 ? view.journeys().goal(name) : view.journeys().stage(Optional.of(name));
      default -> view.labels().name("channel", name);
    };
  }

  private static String key(NextStep step) {
    return "first.step." + step.kind().name().toLowerCase(Locale.ROOT);
  }

  private String say(String key, Object... parts) {
    return view.words().text(key, parts);
  }
}
