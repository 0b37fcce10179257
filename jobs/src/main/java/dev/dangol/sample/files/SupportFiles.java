package dev.dangol.sample.files;

import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.sample.people.SupportCases;
import java.util.List;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Support cases as a help desk exports them: JSON lines with objects inside. Work is in seconds,
 * times have their offset, and what has not happened yet is null.
 */
record SupportFiles(ShopPopulation shop) implements RawTable {
  private static final String ASKED = "asked";
  private static final String TIMES = "times";
  private static final StructType SCHEMA =
      new StructType()
          .add("ticket", DataTypes.StringType)
          .add(ASKED, RawTable.texts("member", "via"))
          .add("topic", DataTypes.StringType)
          .add(TIMES, RawTable.texts("opened", "replied", "solved", "reopened"))
          .add("worked_seconds", DataTypes.LongType)
          .add("cost_won", DataTypes.LongType)
          .add("our_fault", DataTypes.StringType);
  private static final RawFlaws FLAWS =
      new RawFlaws(
          0.005,
          500,
          List.of(
              new RawFlaws.BrokenValue(SCHEMA.fieldIndex(TIMES), null),
              new RawFlaws.BrokenValue(SCHEMA.fieldIndex(ASKED), null)));

  @Override
  public String name() {
    return "support";
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
    return new SupportCases(shop, shopper).cases();
  }
}
