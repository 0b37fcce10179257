package dev.dangol.job.cohorts;

import dev.dangol.cohorts.persona.CardPhrases;
import dev.dangol.cohorts.persona.CohortSummary;
import dev.dangol.cohorts.persona.PathFinding;
import dev.dangol.cohorts.persona.PersonaCard;
import dev.dangol.cohorts.persona.PersonaContent;
import dev.dangol.cohorts.persona.PersonaEvidence;
import dev.dangol.cohorts.persona.ProfileFinding;
import dev.dangol.cohorts.persona.ReachFinding;
import dev.dangol.cohorts.profile.CohortProfiles;
import dev.dangol.cohorts.profile.ProfileAttributes;
import dev.dangol.cohorts.profile.VoiceAttributes;
import dev.dangol.config.CohortProfileSettings;
import dev.dangol.job.JobContext;
import dev.dangol.store.Lake;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.AffinityColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.PersonaColumns;
import dev.dangol.table.results.ProfileColumns;
import dev.dangol.table.results.VoiceColumns;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes attribute profiles and persona cards of each cohort of a day. */
final class PersonaTables {
  private static final List<Source> LOOKED_AT =
      List.of(
          Sources.PURCHASES,
          Sources.ENGAGEMENT,
          Sources.CUSTOMERS,
          Sources.MESSAGES,
          Sources.SUPPORT);

  private PersonaTables() {}

  /**
   * Runs once the cohorts of the day are written; returns why measures could not be computed.
   *
   * @param paths the rows of {@code journey_paths} of the day
   */
  static Map<String, String> write(JobContext day, List<Row> paths) {
    Lake lake = day.lake();
    Map<Source, Dataset<Row>> clean = day.clean(LOOKED_AT);
    lake.replaceDay(ProfileColumns.TABLE, profiles(day, clean), day.asOf());
    List<CohortSummary> sitters =
        lake.readDay(CohortColumns.COHORTS, day.asOf()).collectAsList().stream()
            .map(CohortSummary::of)
            .sorted(Comparator.comparing(CohortSummary::cohort))
            .toList();
    lake.replaceDay(
        PersonaColumns.TABLE,
        lake.of(PersonaColumns.TABLE, cards(day, sitters, paths)),
        day.asOf());
    return reasons(day, clean, sitters);
  }

  private static Dataset<Row> profiles(JobContext day, Map<Source, Dataset<Row>> clean) {
    Lake lake = day.lake();
    List<String> names = List.copyOf(day.settings().cohorts().keySet());
    if (names.isEmpty()) {
      return lake.none(ProfileColumns.TABLE);
    }
    Dataset<Row> features = day.features();
    Dataset<Row> themes = lake.readDay(VoiceColumns.CUSTOMER_THEMES, day.asOf());
    return CohortProfiles.of(
        ProfileAttributes.of(clean, features, day.asOf(), day.settings())
            .unionByName(VoiceAttributes.traits(themes)),
        CohortProfiles.customers(features, lake.readDay(CohortColumns.COHORT_DAYS, day.asOf())),
        new CohortProfiles.ProfileScope(day.asOf(), names, day.settings().profiles()));
  }

  private static List<Row> cards(JobContext day, List<CohortSummary> sitters, List<Row> pathRows) {
    Map<String, List<ProfileFinding>> findings =
        day.lake().readDay(ProfileColumns.TABLE, day.asOf()).collectAsList().stream()
            .map(ProfileFinding::of)
            .collect(Collectors.groupingBy(finding -> finding.place().cohort()));
    Map<String, List<ReachFinding>> reach = reach(day);
    Map<String, List<PathFinding>> paths = byCohort(pathRows);
    CohortProfileSettings settings = day.settings().profiles();
    List<Row> rows = new ArrayList<>();
    for (String language : CardPhrases.LANGUAGES) {
      CardPhrases phrases = CardPhrases.of(language, day.settings().report().labels());
      for (CohortSummary sitter : sitters) {
        PersonaEvidence known =
            new PersonaEvidence(
                findings.getOrDefault(sitter.cohort(), List.of()),
                reach.getOrDefault(sitter.cohort(), List.of()),
                paths.getOrDefault(sitter.cohort(), List.of()));
        PersonaContent card = PersonaCard.of(sitter, known, settings, phrases);
        rows.add(
            RowWriter.of(PersonaColumns.TABLE)
                .set(SharedColumns.AS_OF, day.asOf())
                .set(SharedColumns.COHORT, card.cohort())
                .set(PersonaColumns.LANGUAGE, language)
                .set(PersonaColumns.CARD, card.json())
                .row());
      }
    }
    return rows;
  }

  private static Map<String, List<PathFinding>> byCohort(List<Row> paths) {
    return paths.stream()
        .map(PathFinding::of)
        .collect(Collectors.groupingBy(step -> step.place().cohort()));
  }

  /** Verdicts on what works for each cohort, of which {@link AffinityTables} wrote the day. */
  private static Map<String, List<ReachFinding>> reach(JobContext day) {
    Column kind = AffinityColumns.GROUP_KIND.col();
    return day
        .lake()
        .readDay(AffinityColumns.TABLE, day.asOf())
        .where(kind.equalTo(AffinityColumns.COHORT))
        .collectAsList()
        .stream()
        .map(ReachFinding::of)
        .collect(Collectors.groupingBy(finding -> finding.place().cohort()));
  }

  private static Map<String, String> reasons(
      JobContext day, Map<Source, Dataset<Row>> clean, List<CohortSummary> sitters) {
    Map<String, String> reasons = new TreeMap<>();
    int least = day.settings().profiles().minCount();
    for (CohortSummary sitter : sitters) {
      if (sitter.size() < least) {
        reasons.put(
            PersonaColumns.TABLE.name() + "." + sitter.cohort(),
            "Fewer than " + least + " customers (profiles.min-count) belong to the cohort.");
      }
    }
    for (Source source : LOOKED_AT) {
      if (!clean.containsKey(source)) {
        reasons.put(
            ProfileColumns.TABLE.name() + "." + source.name(),
            "The source " + source.name() + " is not configured.");
      }
    }
    sensitiveAttributes(day, clean)
        .forEach(
            name ->
                reasons.put(
                    ProfileColumns.TABLE.name() + "." + name,
                    "The attribute is sensitive: privacy.sensitive-attributes-allowed does not name"
                        + " it."));
    return reasons;
  }

  private static List<String> sensitiveAttributes(JobContext day, Map<Source, Dataset<Row>> clean) {
    Dataset<Row> customers = clean.get(Sources.CUSTOMERS);
    return customers == null
        ? List.of()
        : ProfileAttributes.sensitiveAttributes(
                customers, day.asOf(), day.settings().profiles().sensitiveAllowed())
            .collectAsList()
            .stream()
            .map(row -> new RowReader(row).text(ProfileColumns.NAME).orElse(""))
            .toList();
  }
}
