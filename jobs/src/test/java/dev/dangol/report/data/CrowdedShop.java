package dev.dangol.report.data;

import dev.dangol.report.data.BacktestEvidence.EvidenceChoice;
import dev.dangol.report.data.BacktestEvidence.EvidenceLead;
import dev.dangol.report.data.CustomerGroup.CustomerSigns;
import dev.dangol.report.data.FigurePanel.PanelLine;
import dev.dangol.report.data.ReportStory.ScoringSummary;
import dev.dangol.report.data.SegmentLine.SegmentOrigin;
import dev.dangol.report.data.SegmentLine.SegmentWeight;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.testing.TestDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;

/** A made-up shop of 40 segments, 12 cohorts, names of 60 letters and amounts of 13 digits. */
public final class CrowdedShop {
  private static final BigDecimal HUGE = new BigDecimal("1234567890123");
  private static final int SEGMENTS = 40;
  private static final int COHORTS = 12;
  private static final int LINES = 6;
  private static final LocalDate CUTOFF = LocalDate.of(2025, 1, 31);

  private CrowdedShop() {}

  /** Options of its page in the first of these languages, with links to the pages in the others. */
  public static ReportOptions options(String... languages) {
    return new ReportOptions(
        TestDay.of("2026-02-01"),
        languages[0],
        "KRW",
        List.of(30),
        Map.of(),
        List.of(languages),
        Set.of());
  }

  /** A name of 60 letters, without a blank where a line could break. */
  public static String name(String kind, int number) {
    return (kind + number + "_" + "단골손님이라는긴이름".repeat(7)).substring(0, 60);
  }

  /** The whole story, made without tables. */
  public static ReportStory story() {
    List<SegmentLine> segments =
        IntStream.range(0, SEGMENTS).mapToObj(CrowdedShop::segment).toList();
    CustomerBreakdown customers = customers();
    List<CriterionLine> criteria = IntStream.range(0, 5).mapToObj(CrowdedShop::criterion).toList();
    JourneySummary journeys = new JourneySummary(List.of());
    return new ReportStory(
        customers,
        new ScoringSummary(Map.of(), new FitGrid(Map.of("perfect1", 12L, "viable2", 7L))),
        criteria,
        IntStream.range(0, COHORTS).mapToObj(CrowdedShop::cohort).toList(),
        List.of(),
        segments,
        new SegmentChanges(segments, List.of()),
        new RetentionGrid(List.of(), 0, 0, List.of()),
        nothingModelled(),
        new LikelihoodSummary(List.of()),
        journeys,
        evidence(),
        CrowdedDeliveries.likeness(),
        CrowdedDeliveries.campaigns(),
        new TalkSummary(List.of(), List.of(), CrowdedContacts.effects(), List.of()),
        CrowdedContacts.contacts(),
        new EvidenceSummary(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of()),
        experience(),
        CrowdedDeliveries.exports(),
        List.of(new MeasureGap("The source referrals is not configured.", List.of("effort"))),
        CrowdedDeliveries.quality(),
        new FirstScreen(
            new MovedCriteria(List.of(new MovedCriteria.MovedCriterion(name("criterion", 0), 9))),
            NextStep.of(
                customers,
                criteria,
                journeys,
                Optional.of(new SuppressedChannel(Optional.of("email"), 7, Optional.of(HUGE))))),
        panels());
  }

  private static ExperienceSummary experience() {
    RowReader none = counts(0L, 0L);
    return new ExperienceSummary(
        List.of(),
        none,
        List.of(),
        none,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new RowReader(
            new GenericRowWithSchema(
                new Object[] {0L, null, null},
                Field.schema(
                    List.of(
                        ExperienceSummary.ALL,
                        ExperienceSummary.PEOPLE_REACHED,
                        ExperienceSummary.LOW_REACHED)))),
        List.of(),
        List.of());
  }

  private static RowReader counts(Object... numbers) {
    return new RowReader(
        new GenericRowWithSchema(
            numbers, Field.schema(List.of(ExperienceSummary.ALL, ExperienceSummary.SOME))));
  }

  private static CustomerBreakdown customers() {
    Map<Field, RunningMean> qualities = new LinkedHashMap<>();
    FeatureColumns.QUALITIES.forEach(
        quality -> qualities.put(quality, new RunningMean(new BigDecimal("777"), 10)));
    CustomerTotals totals =
        new CustomerTotals(
            1_234_567, HUGE, new RunningMean(HUGE, 1_234_567), qualities, Optional.of(CUTOFF));
    return new CustomerBreakdown(
        List.of(
            new CustomerGroup(
                true,
                Optional.of("perfect"),
                Optional.empty(),
                Optional.empty(),
                new CustomerSigns(true, false),
                totals),
            new CustomerGroup(
                false,
                Optional.of("viable"),
                Optional.of(name("criterion", 0)),
                Optional.empty(),
                new CustomerSigns(false, true),
                totals)));
  }

  private static CriterionLine criterion(int number) {
    return new CriterionLine(name("criterion", number), Map.of("perfect", 5L), 1, 9, 8);
  }

  private static CohortLine cohort(int number) {
    return new CohortLine(
        number == 0 ? "ideal" : name("cohort", number),
        1_234_567,
        OptionalDouble.of(0.5),
        OptionalDouble.of(0.987),
        1234,
        567,
        1_233_333);
  }

  private static SegmentLine segment(int number) {
    String name = name("segment", number);
    return new SegmentLine(
        "s" + number,
        Map.of("en", name, "ko", name),
        new SegmentWeight(30_000, 5, OptionalDouble.of(0.025), HUGE, OptionalDouble.of(0.0249)),
        List.of(),
        Map.of("quality_pay", 55.5),
        new SegmentOrigin("matched", List.of()));
  }

  private static BacktestEvidence evidence() {
    EvidenceChoice ours = choice("ideal", 0.4, EvidenceLead.EVEN);
    return new BacktestEvidence(
        List.of(ours, choice("spend", 0.39, EvidenceLead.EVEN)),
        new GainCurve(List.of(), List.of()),
        Optional.empty());
  }

  private static EvidenceChoice choice(String method, double revenue, EvidenceLead lead) {
    return new EvidenceChoice(
        method,
        CUTOFF,
        0.1,
        OptionalDouble.of(revenue),
        OptionalDouble.of(revenue - 0.05),
        OptionalDouble.of(revenue + 0.05),
        OptionalDouble.of(0.3),
        OptionalDouble.empty(),
        OptionalDouble.of(0.8),
        lead,
        lead);
  }

  private static ValueSummary nothingModelled() {
    return new ValueSummary(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        OptionalDouble.empty(),
        Optional.empty());
  }

  private static Map<String, FigurePanel> panels() {
    Map<String, FigurePanel> panels = new LinkedHashMap<>();
    for (PanelQuery query : PanelQueries.all(List.of(30))) {
      panels.put(
          query.id(),
          new FigurePanel(
              query, IntStream.range(0, LINES).mapToObj(line -> line(query, line)).toList()));
    }
    return panels;
  }

  private static PanelLine line(PanelQuery query, int number) {
    return new PanelLine(
        query.shape().keys().stream().map(key -> Optional.of(key(key, number))).toList(),
        query.shape().figures().stream()
            .map(figure -> number == 0 ? Optional.<BigDecimal>empty() : figure(figure, number))
            .toList());
  }

  private static String key(PanelColumn key, int number) {
    return switch (key.name()) {
      case "cohort", "rfm_group", "segment", "drifting", "kind", "advocate" ->
          name(key.name(), number);
      default -> String.valueOf(number * 30);
    };
  }

  private static Optional<BigDecimal> figure(PanelColumn figure, int number) {
    return Optional.of(
        switch (figure.unit()) {
          case MONEY -> HUGE.multiply(BigDecimal.valueOf(number));
          case SHARE -> BigDecimal.valueOf(number, 1);
          default -> BigDecimal.valueOf(1234L * number);
        });
  }
}
