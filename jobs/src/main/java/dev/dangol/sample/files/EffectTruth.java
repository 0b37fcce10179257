package dev.dangol.sample.files;

import dev.dangol.sample.people.BrokenPromise;
import dev.dangol.sample.people.CheapProduct;
import dev.dangol.sample.people.FadingProduct;
import dev.dangol.sample.people.LineSale;
import dev.dangol.sample.people.ProductLaunch;
import dev.dangol.sample.people.RatingLoss;
import dev.dangol.sample.people.RepairedFailure;
import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.sample.people.ShopperOrders;
import dev.dangol.sample.people.SpokenNeed;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Truth of the planted effects: what they touched, as it is and as it would have been. The mean
 * difference of an effect's rows is what was planted; it is named after the table and the row or
 * column that shows it. It is not a source: no business can know it.
 */
record EffectTruth(ShopPopulation shop) implements RawTable {
  private static final StructType SCHEMA =
      RawTable.texts("customer_id", "effect", "without", "with");
  private static final String REPAIR = "effects.repair_retention";
  private static final String RATING = "campaign_promises.rating_difference";
  private static final String RETURNED = "campaign_promises.returned_difference";
  private static final String FADING = "product_ratings.change_90d";
  private static final String CHEAP = "price_perception.satisfied_share";
  private static final String NEED = "need_weights.need_weight";
  private static final String SHAPER = "customer_features.is_shaper";
  private static final String BREAK = "customer_features.trust_break_kind";
  private static final int SATISFIED_FROM = 4;

  @Override
  public String name() {
    return "truth-effects";
  }

  @Override
  public StructType schema() {
    return SCHEMA;
  }

  @Override
  public RawFlaws flaws() {
    return RawFlaws.NONE;
  }

  @Override
  public void write(DataFrameWriter<Row> writer, String path) {
    writer.option("header", true).csv(path);
  }

  @Override
  public List<Row> rows(SampleShopper shopper) {
    List<Row> rows = new ArrayList<>();
    RepairedFailure.of(shop, shopper)
        .filter(RepairedFailure::repaired)
        .map(one -> row(shopper, REPAIR, share(one.returnsAnyway()), share(one.returns())))
        .ifPresent(rows::add);
    List<ReviewFiles.WrittenReview> reviews = new ReviewFiles(shop).reviews(shopper);
    for (ReviewFiles.WrittenReview review : reviews) {
      addLosses(shopper, review, rows);
    }
    addReturns(shopper, rows);
    if (SpokenNeed.SMELL.isOf(shop, shopper)) {
      addNeed(shopper, reviews, rows);
    }
    ShopperOrders history = ShopperOrders.of(shop, shopper);
    addShapers(shopper, history, rows);
    ShopperOrders.brokenTrust(shopper, history)
        .ifPresent(order -> rows.add(row(shopper, BREAK, share(false), share(true))));
    return rows;
  }

  private void addLosses(SampleShopper shopper, ReviewFiles.WrittenReview review, List<Row> rows) {
    if (BrokenPromise.lostStars(review.order()) > 0) {
      rows.add(row(shopper, RATING, review.starsBut(RatingLoss.PROMISE), review.stars()));
    }
    if (review.product().sku().equals(FadingProduct.SKU)) {
      rows.add(row(shopper, FADING, 0, FadingProduct.CHANGE));
    }
    if (CheapProduct.disappoints(shop, review.product()) && review.isVerified()) {
      boolean anyway = review.starsBut(RatingLoss.CHEAPNESS) >= SATISFIED_FROM;
      rows.add(row(shopper, CHEAP, share(anyway), share(review.stars() >= SATISFIED_FROM)));
    }
  }

  /** Mean ratings of all that they wrote, in stars; nothing where they wrote nothing. */
  private void addNeed(
      SampleShopper shopper, List<ReviewFiles.WrittenReview> reviews, List<Row> rows) {
    DoubleSummaryStatistics without = new DoubleSummaryStatistics();
    DoubleSummaryStatistics with = new DoubleSummaryStatistics();
    for (ReviewFiles.WrittenReview review : reviews) {
      if (review.hasWords()) {
        without.accept(review.starsBut(RatingLoss.SMELL));
        with.accept(review.stars());
      }
    }
    for (SurveyFiles.WrittenAnswer answer : new SurveyFiles(shop).answers(shopper)) {
      if (answer.hasWords()) {
        without.accept(answer.unspoiledStars());
        with.accept(answer.stars());
      }
    }
    if (with.getCount() > 0) {
      rows.add(row(shopper, NEED, without.getAverage(), with.getAverage()));
    }
  }

  /** Adds the customer if they were early with what others took to, and who brought them. */
  private void addShapers(SampleShopper shopper, ShopperOrders history, List<Row> rows) {
    boolean early =
        ProductLaunch.ALL.stream()
            .anyMatch(launch -> launch.followed() && launch.isEarlyIn(history.orders()));
    if (early) {
      rows.add(row(shopper, SHAPER, share(false), share(true)));
      shop.referrer(shopper).ifPresent(by -> rows.add(row(by, SHAPER, share(false), share(true))));
    }
  }

  private void addReturns(SampleShopper shopper, List<Row> rows) {
    List<LineSale> sales = LineSale.of(shop, shopper, ShopperOrders.of(shop, shopper));
    List<LineSale> also = BrokenPromise.returned(shop, shopper, sales);
    for (LineSale sale : sales) {
      if (BrokenPromise.lostStars(sale.order()) > 0) {
        boolean spoiled =
            also.stream()
                .anyMatch(one -> one.order().equals(sale.order()) && one.number() == sale.number());
        boolean anyway = sale.returned().isPresent();
        rows.add(row(shopper, RETURNED, share(anyway), share(anyway || spoiled)));
      }
    }
  }

  private static Row row(SampleShopper shopper, String effect, double without, double with) {
    return RowFactory.create(shopper.id(), effect, Double.toString(without), Double.toString(with));
  }

  private static double share(boolean happens) {
    return happens ? 1 : 0;
  }
}
