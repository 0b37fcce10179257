package dev.dangol.job;

import dev.dangol.cohorts.Card;
import dev.dangol.cohorts.CardFit;
import dev.dangol.cohorts.CustomerFit;
import dev.dangol.cohorts.Described;
import dev.dangol.cohorts.Membership;
import dev.dangol.cohorts.ProfileFit;
import dev.dangol.cohorts.Scorecard;
import dev.dangol.cohorts.Spells;
import dev.dangol.config.ScorecardProfile;
import dev.dangol.config.ScorecardSettings;
import dev.dangol.store.Lake;
import dev.dangol.store.Scratch;
import dev.dangol.table.CohortColumns;
import dev.dangol.table.RunColumns;
import dev.dangol.table.ScorecardColumns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Scores every customer and says who belongs to which cohort, since when. */
public final class CohortsJob implements Job {
  /** The tables whose gaps this job tells. */
  private static final List<String> TABLES =
      Stream.of(
              List.of(CohortColumns.SCORECARD_REASONS.name()),
              Portraits.TABLES,
              Proof.TABLES,
              Leads.TABLES)
          .flatMap(List::stream)
          .toList();

  @Override
  public String name() {
    return "cohorts";
  }

  @Override
  public String after() {
    return "segments";
  }

  @Override
  public void run(Workday day) {
    Map<String, String> reasons = new ConcurrentSkipListMap<>();
    try (Scratch scratch = day.lake().scratch()) {
      reasons.putAll(scored(day, scratch.apply(Picture.of(day))));
    }
    members(day);
    Together.all(
        () -> reasons.putAll(Portraits.write(day)),
        () -> {
          reasons.putAll(Proof.write(day));
          reasons.putAll(Leads.write(day));
        });
    day.lake()
        .replaceDay(
            RunColumns.NOT_MEASURED, NotMeasuredRows.renewed(day, TABLES, reasons), day.date());
  }

  /** Writes how customers score and which cohorts they are in; returns what nobody has. */
  private static Map<String, String> scored(Workday day, Dataset<Row> customers) {
    Lake lake = day.lake();
    Card card = CardFit.of(customers, day.settings().scorecard());
    Map<String, Card> cards = new LinkedHashMap<>(Map.of(ScorecardSettings.MAIN, card));
    Dataset<Row> profiles = profiles(day, customers, cards);
    Together.all(
        () -> lake.replaceDay(ScorecardColumns.PROFILES, profiles, day.date()),
        () -> lake.replaceDay(ScorecardColumns.SCORECARD, CardRows.of(day, cards), day.date()),
        () ->
            lake.replaceDay(
                CohortColumns.SCORECARD_REASONS, Scorecard.reasons(customers, card), day.date()),
        () ->
            lake.replaceDay(
                CohortColumns.CUSTOMER_FIT, CustomerFit.of(customers, card), day.date()));
    Dataset<Row> fit = lake.readDay(CohortColumns.CUSTOMER_FIT, day.date());
    lake.replaceDay(
        CohortColumns.COHORT_DAYS,
        Membership.of(Described.of(customers, List.of(fit)), day.settings().cohorts()),
        day.date());
    return CardRows.notMeasured(day, card);
  }

  private static void members(Workday day) {
    Lake lake = day.lake();
    new Turnover(day).write();
    lake.replaceAll(
        CohortColumns.COHORT_MEMBERS,
        Spells.of(
            lake.read(CohortColumns.COHORT_DAYS),
            lake.read(CohortColumns.COHORTS),
            lake.read(CohortColumns.COHORT_MOVES)));
  }

  /** The fit to each profile; their scorecards of the day are added to the cards. */
  private static Dataset<Row> profiles(
      Workday day, Dataset<Row> customers, Map<String, Card> cards) {
    Map<String, ScorecardProfile> profiles = day.settings().scorecard().profiles();
    ProfileFit.prove(customers, profiles);
    Dataset<Row> fits = day.lake().none(ScorecardColumns.PROFILES);
    for (Map.Entry<String, ScorecardProfile> profile : profiles.entrySet()) {
      Dataset<Row> subjects = ProfileFit.subjects(customers, profile.getValue());
      Card card = CardFit.of(subjects, profile.getValue().card());
      cards.put(profile.getKey(), card);
      fits = fits.unionByName(ProfileFit.of(profile.getKey(), subjects, card));
    }
    return fits;
  }
}
