package dev.dangol.report.data;

import dev.dangol.report.data.CampaignResults.CampaignEffect;
import dev.dangol.report.data.CampaignResults.CampaignResult;
import dev.dangol.report.data.CheckLine.CheckResult;
import dev.dangol.report.data.LookalikeSummary.NearCustomers;
import dev.dangol.report.data.LookalikeSummary.ProspectDecile;
import dev.dangol.report.data.LookalikeSummary.ProspectSummary;
import dev.dangol.report.data.RejectedRows.RejectionLine;
import dev.dangol.report.data.ReportStory.DataQuality;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Campaigns, leads, exports and data of the crowded shop. */
final class CrowdedDeliveries {
  private static final LocalDate DAY = LocalDate.of(2025, 1, 31);
  private static final OptionalDouble NONE = OptionalDouble.empty();

  private CrowdedDeliveries() {}

  /** Campaigns of which the newest has a loss beyond chance, and one no interval. */
  static CampaignResults campaigns() {
    return new CampaignResults(
        "ideal",
        IntStream.range(0, 6)
            .mapToObj(
                number ->
                    new CampaignResult(
                        DAY.minusDays(number * 30L),
                        List.of(CrowdedShop.name("campaign", number)),
                        1_234_567,
                        12_345,
                        number,
                        effect(-0.08 + number * 0.03, number == 5),
                        effect(-1_234_567_890_123.0, number == 5)))
            .toList());
  }

  private static CampaignEffect effect(double difference, boolean isTooFew) {
    return new CampaignEffect(
        OptionalDouble.of(0.4),
        OptionalDouble.of(0.4 - difference),
        OptionalDouble.of(difference),
        isTooFew ? NONE : OptionalDouble.of(difference - 0.02),
        isTooFew ? NONE : OptionalDouble.of(difference + 0.02));
  }

  static LookalikeSummary likeness() {
    return new LookalikeSummary(
        IntStream.range(0, 12)
            .mapToObj(
                number ->
                    new NearCustomers(
                        CrowdedShop.name("cohort", number),
                        120_000 - number * 9_999L,
                        OptionalDouble.of(0.1234)))
            .toList(),
        Optional.of(new ProspectSummary(54_321, 1_234)),
        IntStream.rangeClosed(0, 10).mapToObj(CrowdedDeliveries::decile).toList());
  }

  private static ProspectDecile decile(int number) {
    return new ProspectDecile(
        Optional.of(DAY),
        number,
        5_432,
        OptionalDouble.of(number / 20.0),
        OptionalDouble.of(number / 25.0),
        number == 0 ? OptionalDouble.of(0.81) : NONE);
  }

  static List<ExportLine> exports() {
    return List.of(
        new ExportLine(
            CrowdedShop.name("export", 1),
            CustomerGroup.IDEAL,
            1_234,
            Map.of("withdrawn", 5L, "no_consent", 1_000L)),
        new ExportLine(
            CrowdedShop.name("export", 2),
            CrowdedShop.name("cohort", 3),
            0,
            Map.of("no_consent", 40L)));
  }

  static DataQuality quality() {
    return new DataQuality(
        new RejectedRows(
            50,
            List.of(
                new RejectionLine("messages", "sent_at is missing", 6),
                new RejectionLine("purchases", "purchased_at cannot be read as timestamp: …", 33),
                new RejectionLine("purchases", "a reason without words", 9))),
        List.of(
            new CheckLine(
                "purchases.rejected_share",
                OptionalDouble.of(0.2),
                OptionalDouble.of(0.01),
                CheckResult.FAILED),
            new CheckLine(
                "purchases.null_share.category",
                OptionalDouble.of(0.25),
                NONE,
                CheckResult.MEASURED)));
  }
}
