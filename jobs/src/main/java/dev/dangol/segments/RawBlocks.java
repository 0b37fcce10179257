package dev.dangol.segments;

import dev.dangol.segments.kmeans.BlockBuilder;
import dev.dangol.segments.kmeans.BlockPart;
import dev.dangol.segments.kmeans.RowBlock;
import dev.dangol.table.ColumnReader;
import dev.dangol.table.SharedColumns;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Blocks of raw numbers that hold the customers. The block of a customer and their position in it
 * follow from their id and the seed alone: a fixed number of partitions by customer id, sorted
 * inside by a hash, whose sign also says which half they belong to. Sums taken block by block are
 * therefore the same bits every time; the number of partitions is part of a model's identity.
 */
final class RawBlocks {
  static final int PARTITIONS = 16;

  private RawBlocks() {}

  static CachedBlocks of(Dataset<Row> features, MeasureColumns measures, long seed) {
    Column id = SharedColumns.CUSTOMER_ID.col();
    Column hash = MeasureColumns.hash(seed);
    Column[] columns =
        Stream.concat(Stream.of(MeasureColumns.HASH.is(hash)), Stream.of(measures.values()))
            .toArray(Column[]::new);
    Dataset<Row> customers =
        features.repartition(PARTITIONS, id).sortWithinPartitions(hash, id).select(columns);
    ColumnReader half = ColumnReader.of(customers.schema(), MeasureColumns.HASH);
    List<ColumnReader> numbers = ColumnReader.of(customers.schema(), measures.fields());
    return CachedBlocks.of(
        customers
            .toJavaRDD()
            .mapPartitions(rows -> List.of(block(rows, half, numbers)).iterator()));
  }

  private static RowBlock block(Iterator<Row> rows, ColumnReader half, List<ColumnReader> numbers) {
    int width = numbers.size();
    BlockBuilder block = new BlockBuilder(width);
    double[] values = new double[width];
    while (rows.hasNext()) {
      Row row = rows.next();
      for (int i = 0; i < width; i++) {
        values[i] = numbers.get(i).number(row);
      }
      block.add(half.count(row) < 0 ? BlockPart.FIRST : BlockPart.SECOND, values);
    }
    return block.build();
  }
}
