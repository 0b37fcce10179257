package dev.dangol.sample.files;

import dev.dangol.sample.people.OrderDelivery;
import dev.dangol.sample.people.RatingLoss;
import dev.dangol.sample.people.ReviewSentences;
import dev.dangol.sample.people.SamplePeriod;
import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.SeededDraws;
import dev.dangol.sample.people.ShopOrder;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.sample.people.ShopProduct;
import dev.dangol.sample.people.ShopperOrders;
import dev.dangol.sample.people.SpokenNeed;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Reviews as a web service delivers them: JSON lines with objects inside. Customer ids are in lower
 * case, times have their offset, and texts are Korean, English and emoji. Some stars have no words.
 */
record ReviewFiles(ShopPopulation shop) implements RawTable {
  private static final String USER = "user";
  private static final String BOUGHT = "bought";
  private static final String STARS = "stars";
  private static final String BODY = "body";
  private static final String WRITTEN = "written";
  private static final StructType SCHEMA =
      new StructType()
          .add("review_no", DataTypes.StringType)
          .add(USER, RawTable.texts("id", "device"))
          .add(BOUGHT, RawTable.texts("order_no", "sku"))
          .add(STARS, DataTypes.IntegerType)
          .add(BODY, DataTypes.StringType)
          .add("likes", DataTypes.IntegerType)
          .add(WRITTEN, DataTypes.StringType)
          .add("handled", DataTypes.StringType);
  private static final RawFlaws FLAWS =
      new RawFlaws(
          0.005,
          250,
          List.of(
              new RawFlaws.BrokenValue(SCHEMA.fieldIndex(STARS), 11),
              new RawFlaws.BrokenValue(SCHEMA.fieldIndex(WRITTEN), "어제"),
              new RawFlaws.BrokenValue(SCHEMA.fieldIndex(STARS), null)));

  private static final double WORDLESS_SHARE = 0.1;
  private static final double UNVERIFIED_SHARE = 0.03;

  @Override
  public String name() {
    return "reviews";
  }

  @Override
  public StructType schema() {
    return SCHEMA;
  }

  @Override
  public RawFlaws flaws() {
    return FLAWS;
  }

  @Override
  public void write(DataFrameWriter<Row> writer, String path) {
    writer.option("ignoreNullFields", false).json(path);
  }

  @Override
  public List<Row> rows(SampleShopper shopper) {
    SeededDraws acts = shop.draws(shopper.number(), SeededDraws.DrawPurpose.FEEDBACK);
    return reviews(shopper).stream()
        .map(review -> handled(review.row(), review.written(), acts))
        .toList();
  }

  /**
   * Review, with what was planted in it.
   *
   * @param felt what its writer would have felt without it, in stars
   * @param losses the stars that it lost, by the reason
   * @param row its row, but for whether the shop acted on it
   */
  record WrittenReview(
      ShopOrder order,
      ShopProduct product,
      LocalDateTime written,
      double felt,
      Map<RatingLoss, Double> losses,
      Row row) {
    int stars() {
      return row.getInt(SCHEMA.fieldIndex(STARS));
    }

    /** The stars that it would have had but for one reason. */
    int starsBut(RatingLoss reason) {
      return ReviewFiles.stars(felt - lost(losses, reason));
    }

    boolean hasWords() {
      return !row.isNullAt(SCHEMA.fieldIndex(BODY));
    }

    /** True where its row says what it is about. */
    boolean isVerified() {
      return !row.getStruct(SCHEMA.fieldIndex(BOUGHT)).isNullAt(0);
    }
  }

  /** The reviews of a customer, in the order of what they bought. */
  List<WrittenReview> reviews(SampleShopper shopper) {
    SeededDraws draws = shop.draws(shopper.number(), SeededDraws.DrawPurpose.REVIEWS);
    List<WrittenReview> reviews = new ArrayList<>();
    for (ShopOrder order : ShopperOrders.of(shop, shopper).orders()) {
      LocalDateTime written = order.at().plusMinutes(draws.whole(3 * 24 * 60, 30 * 24 * 60));
      if (draws.chance(shopper.traits().reviewShare()) && SamplePeriod.covers(written)) {
        reviews.add(review(shopper, order, written, draws));
      }
    }
    return reviews;
  }

  /**
   * The shop acts on some reviews, more of the poor ones; customers buy as they would have anyway.
   */
  private static Row handled(Row review, LocalDateTime written, SeededDraws acts) {
    int stars = review.getInt(SCHEMA.fieldIndex(STARS));
    boolean acted = acts.chance(stars <= 3 ? 0.4 : 0.1);
    LocalDateTime at = written.plusMinutes(acts.whole(12 * 60, 25 * 24 * 60));
    List<Object> cells = new ArrayList<>();
    for (int place = 0; place < review.size(); place++) {
      cells.add(review.get(place));
    }
    cells.add(acted && SamplePeriod.covers(at) ? SamplePeriod.iso(at) : null);
    return RowFactory.create(cells.toArray());
  }

  private WrittenReview review(
      SampleShopper shopper, ShopOrder order, LocalDateTime written, SeededDraws draws) {
    double felt = felt(shopper, order, draws);
    boolean verified = !draws.chance(UNVERIFIED_SHARE);
    ShopProduct product = draws.one(order.lines()).product();
    Map<RatingLoss, Double> losses = new EnumMap<>(RatingLoss.class);
    for (RatingLoss reason : RatingLoss.values()) {
      losses.put(reason, reason.stars(shop, shopper, order, product));
    }
    String body =
        draws.chance(WORDLESS_SHARE)
            ? null
            : body(shopper, felt - lost(losses, RatingLoss.SMELL), draws);
    Row row =
        RowFactory.create(
            "V" + order.id().substring(1),
            RowFactory.create(shopper.id().toLowerCase(Locale.ROOT), order.place().name()),
            RowFactory.create(verified ? order.id() : null, verified ? product.sku() : null),
            stars(felt - losses.values().stream().mapToDouble(stars -> stars).sum()),
            body,
            draws.poisson(body == null ? 0 : 1.2 * shopper.behaviour().opinion().sentences()),
            SamplePeriod.iso(written));
    return new WrittenReview(order, product, written, felt, losses, row);
  }

  /** The words that go with so many stars, and those of needs, which do not depend on them. */
  private String body(SampleShopper shopper, double felt, SeededDraws draws) {
    int sentences = shopper.behaviour().opinion().sentences();
    String said = ReviewSentences.about(stars(felt), sentences, shopper.kind(), draws);
    return SpokenNeed.in(said, shop, shopper);
  }

  private static double lost(Map<RatingLoss, Double> losses, RatingLoss but) {
    return losses.entrySet().stream()
        .filter(loss -> loss.getKey() != but)
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  /** The customer's general feeling, less the anger about a late delivery. */
  private static double felt(SampleShopper shopper, ShopOrder order, SeededDraws draws) {
    double anger = order.delivery().filter(OrderDelivery::late).isPresent() ? 1.2 : 0;
    return draws.normal(shopper.traits().rating() - anger, shopper.behaviour().opinion().spread());
  }

  private static int stars(double felt) {
    return (int) Math.min(5, Math.max(1, Math.round(felt)));
  }
}
