package dev.dangol.segments;

import dev.dangol.segments.kmeans.BlockBuilder;
import dev.dangol.segments.kmeans.BlockPart;
import dev.dangol.segments.kmeans.RowBlock;
import dev.dangol.table.SharedColumns;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
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
        Stream.concat(Stream.of(hash), Stream.of(measures.values())).toArray(Column[]::new);
    int width = measures.columns().size();
    return CachedBlocks.of(
        features
            .repartition(PARTITIONS, id)
            .sortWithinPartitions(hash, id)
            .select(columns)
            .toJavaRDD()
            .mapPartitions(rows -> List.of(block(rows, width)).iterator()));
  }

  private static RowBlock block(Iterator<Row> rows, int width) {
    BlockBuilder block = new BlockBuilder(width);
    double[] values = new double[width];
    while (rows.hasNext()) {
      Row row = rows.next();
      IntStream.range(0, width).forEach(i -> values[i] = row.getDouble(i + 1));
      block.add(row.getLong(0) < 0 ? BlockPart.FIRST : BlockPart.SECOND, values);
    }
    return block.build();
  }
}
