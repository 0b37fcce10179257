package dev.dangol.sample.files;

import dev.dangol.sample.people.PointsCard;
import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.ShopPopulation;
import java.util.List;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Movements of points as a till system keeps them: Parquet, with card numbers instead of customers.
 * Times are fourteen digits, and what is taken away is below zero. A point is worth one won.
 */
record LoyaltyFiles(ShopPopulation shop) implements RawTable {
  private static final String CARD = "card";
  private static final String TIME = "tx_time";
  private static final StructType SCHEMA =
      RawTable.texts("tx_no", CARD, TIME, "tx_type").add("points", DataTypes.LongType);

  /** Nothing arrives twice: movements have no id and are known by their content. */
  private static final RawFlaws FLAWS =
      new RawFlaws(
          0,
          100,
          List.of(
              new RawFlaws.BrokenValue(SCHEMA.fieldIndex(TIME), "00000000000000"),
              new RawFlaws.BrokenValue(SCHEMA.fieldIndex(CARD), null)));

  @Override
  public String name() {
    return "loyalty";
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
    return new PointsCard(shop, shopper).movements();
  }
}
