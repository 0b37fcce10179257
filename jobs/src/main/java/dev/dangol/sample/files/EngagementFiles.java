package dev.dangol.sample.files;

import dev.dangol.sample.people.EngagementTrail;
import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.ShopPopulation;
import java.util.List;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Engagement besides buying, as a tracker collects it: Parquet, with times in milliseconds since
 * 1970. Actions are in capitals, and visitors are known by their device only until they log in.
 */
record EngagementFiles(ShopPopulation shop) implements RawTable {
  private static final String TIME = "ts";
  private static final String ACTION = "action";
  private static final StructType SCHEMA =
      new StructType()
          .add("eid", DataTypes.StringType)
          .add(TIME, DataTypes.LongType)
          .add(ACTION, DataTypes.StringType)
          .add("member", DataTypes.StringType)
          .add("device", DataTypes.StringType)
          .add("session", DataTypes.StringType)
          .add("place", DataTypes.StringType)
          .add("sku", DataTypes.StringType)
          .add("category", DataTypes.StringType)
          .add("campaign", DataTypes.StringType);
  private static final RawFlaws FLAWS =
      new RawFlaws(
          0.003,
          20,
          List.of(
              new RawFlaws.BrokenValue(SCHEMA.fieldIndex(TIME), null),
              new RawFlaws.BrokenValue(SCHEMA.fieldIndex(ACTION), null)));

  @Override
  public String name() {
    return "engagement";
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
    writer.parquet(path);
  }

  @Override
  public List<Row> rows(SampleShopper shopper) {
    return new EngagementTrail(shop, shopper).events();
  }
}
