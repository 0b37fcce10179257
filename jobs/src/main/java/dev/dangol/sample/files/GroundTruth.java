package dev.dangol.sample.files;

import dev.dangol.sample.people.MailingTaste;
import dev.dangol.sample.people.PlannedJourney;
import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.sample.people.ShopperTraits;
import dev.dangol.table.SharedColumns;
import java.util.List;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Ground truth of the sample: what was planted in each customer, to judge results by. It holds
 * their kind, whether they are ideal, and the parameters that their rows were drawn with. It is not
 * a source: no business has it.
 */
record GroundTruth(ShopPopulation shop) implements RawTable {
  private static final StructType SCHEMA =
      new StructType()
          .add(SharedColumns.CUSTOMER_ID.name(), DataTypes.StringType)
          .add("kind", DataTypes.StringType)
          .add("ideal", DataTypes.BooleanType)
          .add("bought", DataTypes.BooleanType)
          .add("orders_per_year", DataTypes.DoubleType)
          .add("leave_share", DataTypes.DoubleType)
          .add("promotion_share", DataTypes.DoubleType)
          .add("review_share", DataTypes.DoubleType)
          .add("rating", DataTypes.DoubleType)
          .add("warmth", DataTypes.DoubleType)
          .add("referral_pull", DataTypes.DoubleType)
          .add("best_channel", DataTypes.StringType)
          .add("best_hour", DataTypes.IntegerType)
          .add("journey_stops_at", DataTypes.StringType)
          .add("journey_error", DataTypes.StringType)
          .add("journey_guarantee", DataTypes.BooleanType)
          .add("journey_banner", DataTypes.BooleanType);

  @Override
  public String name() {
    return "truth";
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
    writer.parquet(path);
  }

  @Override
  public List<Row> rows(SampleShopper shopper) {
    ShopperTraits traits = shopper.traits();
    MailingTaste taste = MailingTaste.of(shopper.kind());
    PlannedJourney planned = PlannedJourney.of(shop, shopper);
    return List.of(
        RowFactory.create(
            shopper.id(),
            shopper.kind().label(),
            shopper.ideal(),
            shopper.bought(),
            traits.ordersPerYear(),
            traits.leaveShare(),
            traits.promotionShare(),
            traits.reviewShare(),
            traits.rating(),
            traits.warmth(),
            traits.referralPull(),
            taste.channel(),
            taste.hour(),
            planned.stopsAt().orElse(null),
            planned.error().orElse(null),
            planned.guarantee(),
            planned.banner()));
  }
}
