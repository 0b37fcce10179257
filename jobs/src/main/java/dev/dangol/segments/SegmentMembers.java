package dev.dangol.segments;

import dev.dangol.table.ColumnReader;
import dev.dangol.table.Field;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.SegmentColumns;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Assigns customers to their segments, by the very arithmetic that the fit used. */
final class SegmentMembers {
  private static final List<Field> FIELDS =
      List.of(
          SharedColumns.CUSTOMER_ID,
          FeatureColumns.NET_SALES_LIFETIME,
          SharedColumns.SEGMENT_ID,
          SharedColumns.SEGMENT_NAME,
          SegmentColumns.DISTANCE,
          SegmentColumns.OUTLIER);

  private SegmentMembers() {}

  /** Readers of what is read of every customer. */
  private record MemberReaders(ColumnReader id, ColumnReader netSales, List<ColumnReader> measures)
      implements Serializable {
    static MemberReaders of(StructType schema, MeasureColumns measures) {
      return new MemberReaders(
          ColumnReader.of(schema, SharedColumns.CUSTOMER_ID),
          ColumnReader.of(schema, FeatureColumns.NET_SALES_LIFETIME),
          ColumnReader.of(schema, measures.fields()));
    }

    double[] raw(Row row) {
      double[] raw = new double[measures.size()];
      for (int i = 0; i < raw.length; i++) {
        raw[i] = measures.get(i).number(row);
      }
      return raw;
    }
  }

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
    Dataset<Row> customers = features.select(columns);
    MemberReaders readers = MemberReaders.of(customers.schema(), measures);
    MapFunction<Row, Row> member = row -> member(row, readers, model, labels);
    return customers.map(member, Encoders.row(Field.schema(FIELDS)));
  }

  private static Column sales() {
    return FeatureColumns.NET_SALES_LIFETIME.is(FeatureColumns.NET_SALES_LIFETIME.col());
  }

  /** Fields are set in the order of the columns: of every customer, none is searched for. */
  private static Row member(
      Row row, MemberReaders readers, SegmentModel model, List<SegmentLabel> labels) {
    SegmentPlace place = model.place(readers.raw(row));
    SegmentLabel label = labels.get(place.segment());
    return RowWriter.of("segment members", FIELDS)
        .set(SharedColumns.CUSTOMER_ID, readers.id().text(row))
        .set(FeatureColumns.NET_SALES_LIFETIME, readers.netSales().total(row))
        .set(SharedColumns.SEGMENT_ID, label.id())
        .set(SharedColumns.SEGMENT_NAME, label.name())
        .set(SegmentColumns.DISTANCE, place.distance())
        .set(SegmentColumns.OUTLIER, place.aside())
        .row();
  }
}
