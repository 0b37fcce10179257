package dev.dangol.experience;

import dev.dangol.config.Settings;
import dev.dangol.table.AsOf;
import dev.dangol.table.Table;
import dev.dangol.table.results.AmplificationColumns;
import dev.dangol.table.results.CaseTimeColumns;
import dev.dangol.table.results.CategoryShareColumns;
import dev.dangol.table.results.NeedWeightColumns;
import dev.dangol.table.results.ProductOpinionColumns;
import dev.dangol.table.results.PromiseColumns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Results of a day: the rows of every table of this room, made of the facts of a day. */
public record ExperienceResults(FactTable facts, ExperienceRules rules, AsOf asOf) {
  /** The rows of the small tables, by table, from sums over all customers. */
  public Map<Table, List<Row>> small(Settings settings) {
    FactSums sums = facts.sums();
    int people = settings.profiles().minCount();
    Map<Table, List<Row>> rows = new LinkedHashMap<>();
    rows.put(CategoryShareColumns.TABLE, CategoryShares.rows(sums, asOf, people));
    rows.put(ProductOpinionColumns.RATINGS_TABLE, ProductRatings.rows(sums, asOf, rules.known()));
    rows.put(ProductOpinionColumns.PRICES_TABLE, PricePerception.rows(sums, asOf));
    rows.put(
        NeedWeightColumns.WEIGHTS_TABLE,
        NeedWeights.rows(sums, asOf, settings.voices().minCount()));
    rows.put(NeedWeightColumns.UNMET_TABLE, UnmetNeeds.rows(sums, asOf, people));
    rows.put(
        PromiseColumns.TABLE, CampaignPromises.rows(sums, asOf, settings.effects().minCount()));
    return rows;
  }

  /** Further rows of small tables, by table: those that are aggregated where they lie. */
  public Map<Table, Dataset<Row>> further(Settings settings) {
    return new ExperienceNeeds(rules.known()).terms().isPresent()
        ? Map.of()
        : Map.of(
            NeedWeightColumns.UNMET_TABLE,
            UnmetTerms.rows(facts, asOf, settings.profiles().minCount()));
  }

  /** The rows of the tables with a row for each customer, review, channel or source. */
  public Map<Table, Dataset<Row>> large() {
    Map<Table, Dataset<Row>> rows = new LinkedHashMap<>();
    rows.put(ProductOpinionColumns.CHECKS_TABLE, ReviewChecks.rows(facts, asOf));
    rows.put(AmplificationColumns.TABLE, CustomerAmplification.rows(facts, asOf, rules.known()));
    rows.put(CaseTimeColumns.TIMES_TABLE, CaseTimes.rows(facts, asOf));
    rows.put(CaseTimeColumns.ACTIONS_TABLE, FeedbackActions.rows(facts, asOf));
    return rows;
  }
}
