package dev.dangol.segments;

import dev.dangol.segments.kmeans.Block;
import dev.dangol.segments.kmeans.BlockBuilder;
import dev.dangol.segments.kmeans.Part;
import dev.dangol.table.Columns;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Customers as blocks of raw numbers. Which block holds a customer, and where, follows from his id
 * and the seed alone: a fixed number of partitions by customer id, sorted inside by a hash, whose
 * sign also says to which half he belongs. Sums taken block by block are therefore the same bits
 * every time; the number of partitions is part of a model's identity.
 */
final class RawBlocks {
  static final int PARTITIONS = 16;

  private RawBlocks() {}

  static Blocks of(Dataset<Row> features, Measures measures, long seed) {
    Column id = Columns.CUSTOMER_ID.col();
    Column hash = Measures.hash(seed);
    Column[] columns =
        Stream.concat(Stream.of(hash), Stream.of(measures.values())).toArray(Column[]::new);
    int width = measures.columns().size();
    return Blocks.of(
        features
            .repartition(PARTITIONS, id)
            .sortWithinPartitions(hash, id)
            .select(columns)
            .toJavaRDD()
            .mapPartitions(rows -> List.of(block(rows, width)).iterator()));
  }

  private static Block block(Iterator<Row> rows, int width) {
    BlockBuilder block = new BlockBuilder(width);
    double[] values = new double[width];
    while (rows.hasNext()) {
      Row row = rows.next();
      IntStream.range(0, width).forEach(i -> values[i] = row.getDouble(i + 1));
      block.add(row.getLong(0) < 0 ? Part.FIRST : Part.SECOND, values);
    }
    return block.build();
  }
}
