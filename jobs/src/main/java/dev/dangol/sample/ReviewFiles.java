package dev.dangol.sample;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Reviews as a web service delivers them: JSON lines with objects inside, customer ids in lower
 * case, times with their offset, Korean and English and emoji, and some stars without words.
 */
record ReviewFiles(Shop shop) implements RawTable {
  private static final String USER = "user";
  private static final String STARS = "stars";
  private static final String WRITTEN = "written";
  private static final StructType SCHEMA =
      new StructType()
          .add("review_no", DataTypes.StringType)
          .add(USER, RawTable.texts("id", "device"))
          .add("bought", RawTable.texts("order_no", "sku"))
          .add(STARS, DataTypes.IntegerType)
          .add("body", DataTypes.StringType)
          .add("likes", DataTypes.IntegerType)
          .add(WRITTEN, DataTypes.StringType);
  private static final Flaws FLAWS =
      new Flaws(
          0.005,
          250,
          List.of(
              new Flaws.Breakage(SCHEMA.fieldIndex(STARS), 11),
              new Flaws.Breakage(SCHEMA.fieldIndex(WRITTEN), "어제"),
              new Flaws.Breakage(SCHEMA.fieldIndex(STARS), null)));

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
  public Flaws flaws() {
    return FLAWS;
  }

  @Override
  public void write(DataFrameWriter<Row> writer, String path) {
    writer.option("ignoreNullFields", false).json(path);
  }

  @Override
  public List<Row> rows(Shopper shopper) {
    Draws draws = shop.draws(shopper.number(), Draws.Purpose.REVIEWS);
    List<Row> rows = new ArrayList<>();
    for (Order order : History.of(shop, shopper).orders()) {
      LocalDateTime written = order.at().plusMinutes(draws.whole(3 * 24 * 60, 30 * 24 * 60));
      if (draws.chance(shopper.traits().reviewShare()) && Period.covers(written)) {
        rows.add(row(shopper, order, written, draws));
      }
    }
    return rows;
  }

  private static Row row(Shopper shopper, Order order, LocalDateTime written, Draws draws) {
    int stars = stars(shopper, order, draws);
    boolean verified = !draws.chance(UNVERIFIED_SHARE);
    String sku = draws.one(order.lines()).product().sku();
    String body =
        draws.chance(WORDLESS_SHARE)
            ? null
            : Sentences.about(stars, shopper.behaviour().opinion().sentences(), draws);
    return RowFactory.create(
        "V" + order.id().substring(1),
        RowFactory.create(shopper.id().toLowerCase(Locale.ROOT), order.place().name()),
        RowFactory.create(verified ? order.id() : null, verified ? sku : null),
        stars,
        body,
        draws.poisson(body == null ? 0 : 1.2 * shopper.behaviour().opinion().sentences()),
        Period.iso(written));
  }

  /** What the customer feels in general, less the anger about a late delivery. */
  private static int stars(Shopper shopper, Order order, Draws draws) {
    double anger = order.delivery().filter(Delivery::late).isPresent() ? 1.2 : 0;
    double felt =
        draws.normal(shopper.traits().rating() - anger, shopper.behaviour().opinion().spread());
    return (int) Math.min(5, Math.max(1, Math.round(felt)));
  }
}
