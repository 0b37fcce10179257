package dev.dangol.sample.files;

import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.ShopMailing;
import dev.dangol.sample.people.ShopPopulation;
import java.util.List;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Messages of the shop, as a mailing system keeps them: ORC, with times in seconds since 1970. What
 * people did with a message is gathered in one column.
 */
record MessageFiles(ShopPopulation shop) implements RawTable {
  private static final String MEMBER = "member";
  private static final String SENT = "sent";
  private static final StructType SCHEMA =
      RawTable.texts("send_no", MEMBER, "via", "campaign", "offer", "template", "about")
          .add(SENT, DataTypes.LongType)
          .add(
              "acts",
              new StructType()
                  .add("opened", DataTypes.LongType)
                  .add("clicked", DataTypes.LongType)
                  .add("replied", DataTypes.LongType)
                  .add("stopped", DataTypes.LongType)
                  .add("complained", DataTypes.LongType))
          .add("fee", DataTypes.createDecimalType(8, 2));
  private static final RawFlaws FLAWS =
      new RawFlaws(
          0.002,
          60,
          List.of(
              new RawFlaws.BrokenValue(SCHEMA.fieldIndex(SENT), null),
              new RawFlaws.BrokenValue(SCHEMA.fieldIndex(MEMBER), null)));

  @Override
  public String name() {
    return "messages";
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
    writer.orc(path);
  }

  @Override
  public List<Row> rows(SampleShopper shopper) {
    return new ShopMailing(shop, shopper).messages();
  }
}
