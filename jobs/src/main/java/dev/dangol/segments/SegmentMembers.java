package dev.dangol.segments;

import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.SegmentColumns;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Assigns customers to their segments, by the very arithmetic that the fit used. */
final class SegmentMembers {
  private static final int FIRST_VALUE = 2;
  private static final StructType SCHEMA =
      new StructType(
          Stream.of(
                  SharedColumns.CUSTOMER_ID,
                  FeatureColumns.NET_SALES_LIFETIME,
                  SharedColumns.SEGMENT_ID,
                  SharedColumns.SEGMENT_NAME,
                  SegmentColumns.DISTANCE,
                  SegmentColumns.OUTLIER)
              .map(field -> field.structField())
              .toArray(StructField[]::new));

  private SegmentMembers() {}

  /**
   * One row per customer, with their net sales.
   *
   * @param labels the segments' names in the order of the model's centres
   */
  static Dataset<Row> of(
      Dataset<Row> features,
      MeasureColumns measures,
      SegmentModel model,
      List<SegmentLabel> labels) {
    Column[] columns =
        Stream.concat(
                Stream.of(SharedColumns.CUSTOMER_ID.col(), sales()), Stream.of(measures.values()))
            .toArray(Column[]::new);
    MapFunction<Row, Row> member = row -> member(row, model, labels);
    return features.select(columns).map(member, Encoders.row(SCHEMA));
  }

  private static Column sales() {
    return FeatureColumns.NET_SALES_LIFETIME.is(FeatureColumns.NET_SALES_LIFETIME.col());
  }

  private static Row member(Row row, SegmentModel model, List<SegmentLabel> labels) {
    double[] raw = IntStream.range(FIRST_VALUE, row.length()).mapToDouble(row::getDouble).toArray();
    SegmentPlace place = model.place(raw);
    String id = row.getString(0);
    BigDecimal netSales = row.getDecimal(1);
    if (place.aside()) {
      return RowFactory.create(id, netSales, null, null, null, true);
    }
    SegmentLabel label = labels.get(place.segment());
    return RowFactory.create(id, netSales, label.id(), label.name(), place.distance(), false);
  }
}
