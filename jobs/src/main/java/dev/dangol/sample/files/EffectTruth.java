package dev.dangol.sample.files;

import dev.dangol.sample.people.BrokenPromise;
import dev.dangol.sample.people.FadingProduct;
import dev.dangol.sample.people.LineSale;
import dev.dangol.sample.people.RepairedFailure;
import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.sample.people.ShopperOrders;
import java.util.ArrayList;
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
    for (ReviewFiles.WrittenReview review : new ReviewFiles(shop).reviews(shopper)) {
      if (BrokenPromise.lostStars(review.order()) > 0) {
        rows.add(row(shopper, RATING, review.unspoiled(), review.stars()));
      }
      if (review.product().sku().equals(FadingProduct.SKU)) {
        rows.add(row(shopper, FADING, 0, FadingProduct.CHANGE));
      }
    }
    addReturns(shopper, rows);
    return rows;
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
