package dev.dangol.report.page;

import dev.dangol.report.data.CompanyLine;
import dev.dangol.report.data.JourneySummary.FunnelStep;
import dev.dangol.report.data.JourneySummary.GoalPanel;
import dev.dangol.table.RowReader;
import dev.dangol.table.Unit;
import dev.dangol.table.results.JourneyColumns;
import dev.dangol.table.results.JourneyFindingColumns;
import dev.dangol.table.results.JourneyFlowColumns;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Words of the section on journeys. */
public record JourneyWords(PageWords words, ReadableNumbers figures, PageLabels labels) {
  public String goal(String goal) {
    return labels.name("goal", goal);
  }

  public String stage(Optional<String> stage) {
    return stage.map(known -> labels.name("stage", known)).orElse(words.text("journey.name.none"));
  }

  /** A kind of first touch or of error by its name; those of the business as they are. */
  public String name(Optional<String> name) {
    return name.map(
            known -> {
              String key = "journey.name." + known;
              return words.has(key) ? words.text(key) : known;
            })
        .orElse(words.text("journey.name.none"));
  }

  /** The value reached, against the target where there is one. */
  public String progress(GoalPanel panel) {
    String value = reached(panel, panel.value());
    return panel.target().isPresent()
        ? words.text(
            "journey.progress",
            value,
            reached(panel, panel.target().get()),
            figures.share(panel.value(), panel.target().get()))
        : words.text("journey.reached", value);
  }

  private String reached(GoalPanel panel, BigDecimal value) {
    return panel.counted()
        ? figures.unit("decisions", value.doubleValue(), 1)
        : figures.money(value);
  }

  /** One sentence on a step at which value is lost. */
  public String bottleneck(FunnelStep step) {
    return words.text(
        "journey.bottleneck",
        stage(Optional.of(step.from())),
        figures.journeys(step.entered()),
        figures.journeys(step.dropped()),
        figures.money(step.lost().orElseThrow()));
  }

  /** The amount spent on the goal, and the part of it on journeys that went to sleep. */
  public String spent(GoalPanel panel) {
    return words.text(
        "journey.spent",
        figures.money(panel.spent(JourneyColumns.COST)),
        figures.money(panel.spent(JourneyFlowColumns.WASTED_AMOUNT)));
  }

  /** One sentence on a class of products. */
  public String band(RowReader band) {
    String name =
        labels.name("product_class", band.text(JourneyFindingColumns.PRODUCT_CLASS).orElseThrow());
    String median = days(band.number(JourneyFindingColumns.MEDIAN_DAYS));
    OptionalDouble within = band.number(JourneyFindingColumns.WITHIN_SHARE);
    return within.isPresent()
        ? words.text("journey.band", name, median, figures.share(within))
        : words.text("journey.unbanded", name, median);
  }

  /** One sentence on an error: how many of those who met it decided, with and without repair. */
  public String error(RowReader error) {
    long met = error.count(JourneyFindingColumns.MET);
    long repaired = error.count(JourneyFindingColumns.REPAIRED);
    return words.text(
        "journey.error",
        name(error.text(JourneyFindingColumns.ERROR)),
        figures.journeys(met),
        decided(error.count(JourneyFindingColumns.PASSED_REPAIRED), repaired),
        decided(error.count(JourneyFindingColumns.PASSED_OPEN), met - repaired));
  }

  private String decided(long passed, long all) {
    return all == 0
        ? words.text("journey.none_such")
        : words.text("journey.part", figures.share(passed, all), figures.journeys(all));
  }

  /** One sentence on the companies of a persona. */
  public String companies(CompanyLine line) {
    return words.text(
        "personas.companies",
        line.companies(),
        figures.customers(line.people()),
        figures.money(line.netSales()),
        line.deciders());
  }

  private String days(OptionalDouble days) {
    return days.isPresent()
        ? figures.value(Unit.DAYS, days.getAsDouble())
        : words.text("journey.unknown");
  }

  /** The sentences on the three worst steps. */
  public List<String> bottlenecks(GoalPanel panel) {
    return panel.bottlenecks().stream().map(this::bottleneck).toList();
  }
}
