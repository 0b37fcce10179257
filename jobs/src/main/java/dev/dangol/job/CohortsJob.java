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
import dev.dangol.table.CohortColumns;
import dev.dangol.table.RunColumns;
import dev.dangol.table.ScorecardColumns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Scores every customer and says who belongs to which cohort, since when. */
public final class CohortsJob implements Job {
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
    Lake lake = day.lake();
    Dataset<Row> customers = Picture.of(day);
    Card card = CardFit.of(customers, day.settings().scorecard());
    Map<String, Card> cards = new LinkedHashMap<>(Map.of(ScorecardSettings.MAIN, card));
    lake.replaceDay(ScorecardColumns.PROFILES, profiles(day, customers, cards), day.date());
    lake.replaceDay(ScorecardColumns.SCORECARD, CardRows.of(day, cards), day.date());
    lake.replaceDay(
        RunColumns.NOT_MEASURED,
        NotMeasuredRows.renewed(
            day, List.of(CohortColumns.SCORECARD_REASONS.name()), CardRows.notMeasured(day, card)),
        day.date());
    lake.replaceDay(
        CohortColumns.SCORECARD_REASONS, Scorecard.reasons(customers, card), day.date());
    lake.replaceDay(CohortColumns.CUSTOMER_FIT, CustomerFit.of(customers, card), day.date());
    lake.replaceDay(CohortColumns.COHORT_DAYS, members(day, customers), day.date());
    new Turnover(day).write();
    lake.replaceAll(
        CohortColumns.COHORT_MEMBERS,
        Spells.of(
            lake.read(CohortColumns.COHORT_DAYS),
            lake.read(CohortColumns.COHORTS),
            lake.read(CohortColumns.COHORT_MOVES)));
    Portraits.write(day);
    Proof.write(day);
    Leads.write(day);
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

  private static Dataset<Row> members(Workday day, Dataset<Row> customers) {
    Dataset<Row> fit = day.lake().readDay(CohortColumns.CUSTOMER_FIT, day.date());
    return Membership.of(Described.of(customers, List.of(fit)), day.settings().cohorts());
  }
}
