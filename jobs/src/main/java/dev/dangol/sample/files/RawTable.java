package dev.dangol.sample.files;

import dev.dangol.sample.people.SampleShopper;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** One kind of raw file of the shop: its columns, its rows customer by customer, its format. */
interface RawTable extends Serializable {
  /** The folder it is written to. */
  String name();

  StructType schema();

  /** Every sound row that this customer causes. */
  List<Row> rows(SampleShopper shopper);

  /** The format and its options, as a careless export would have chosen them. */
  void write(DataFrameWriter<Row> writer, String path);

  /** The flaws of its rows. */
  RawFlaws flaws();

  /** Columns that all hold text. */
  static StructType texts(String... names) {
    StructType schema = new StructType();
    for (String name : names) {
      schema = schema.add(name, DataTypes.StringType);
    }
    return schema;
  }

  /** A column of columns. */
  static StructType nest(StructType schema, String name, String... parts) {
    return schema.add(name, texts(parts));
  }
}
