package dev.dangol.experience;

import dev.dangol.experience.ExperienceRules.RatingRules;
import dev.dangol.sample.files.AllShoppers;
import dev.dangol.sample.people.SampleSize;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.table.Table;
import dev.dangol.table.results.NeedWeightColumns;
import dev.dangol.table.results.ProductOpinionColumns;
import dev.dangol.table.results.PromiseColumns;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/**
 * Sample shop that is measured: what was planted in it, and what was found. Shops are measured once
 * for all tests.
 */
record MeasuredShop(ShopPopulation shop, Map<String, Double> planted, FactSums sums) {
  static final int SEEDS = 10;
  private static final int CUSTOMERS = 5_000;
  private static final int LEAST = 30;
  private static final ExperienceRules RULES =
      new ExperienceRules(
          GivenHistory.RULES.windows(),
          SampleHistories.END,
          new RatingRules(1, 5, false),
          GivenHistory.RULES.known());

  /** The shops, measured when they are first asked for. */
  private static final class MeasuredOnce {
    private static final List<MeasuredShop> SHOPS =
        IntStream.range(0, SEEDS)
            .mapToObj(seed -> of(new ShopPopulation(new SampleSize(CUSTOMERS, 42 + seed))))
            .toList();
  }

  /** The shops of all seeds. */
  static List<MeasuredShop> all() {
    return MeasuredOnce.SHOPS;
  }

  private static MeasuredShop of(ShopPopulation shop) {
    FactSheet sheet = new FactSheet();
    List<CustomerMeasure> measures =
        List.of(
            new CampaignPromises(),
            new ProductRatings(RULES),
            new PricePerception(RULES),
            new NeedWeights(),
            new UnmetNeeds(RULES.end().micros()));
    AllShoppers.in(shop)
        .map(shopper -> SampleHistories.of(shop, shopper))
        .forEach(history -> measures.forEach(measure -> measure.add(history, sheet)));
    return new MeasuredShop(shop, AllShoppers.planted(shop), FactSums.of(sheet));
  }

  List<ToldRow> promises() {
    return told(CampaignPromises.rows(sums, GivenHistory.DAY, LEAST), PromiseColumns.TABLE);
  }

  List<ToldRow> ratings() {
    return told(
        ProductRatings.rows(sums, GivenHistory.DAY, RULES.known()),
        ProductOpinionColumns.RATINGS_TABLE);
  }

  List<ToldRow> prices() {
    return told(PricePerception.rows(sums, GivenHistory.DAY), ProductOpinionColumns.PRICES_TABLE);
  }

  List<ToldRow> needs() {
    return told(NeedWeights.rows(sums, GivenHistory.DAY, LEAST), NeedWeightColumns.WEIGHTS_TABLE);
  }

  List<ToldRow> unmet() {
    return told(UnmetNeeds.rows(sums, GivenHistory.DAY, LEAST), NeedWeightColumns.UNMET_TABLE);
  }

  private static List<ToldRow> told(List<Row> rows, Table table) {
    return rows.stream().map(row -> new ToldRow(row, table)).toList();
  }
}
