package dev.dangol.store;

import dev.dangol.table.RowOrder;
import dev.dangol.table.Table;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tables whose rows lie in order of customers: in buckets by customer, sorted by time inside. What
 * adds up rows by customer then reads each bucket once and moves nothing. To any reader they are
 * tables as all others; a table that another program wrote to is read as it is and sorted.
 */
public final class OrderedTables {
  private static final Logger LOG = LoggerFactory.getLogger(OrderedTables.class);

  private final Lake lake;

  public OrderedTables(Lake lake) {
    this.lake = lake;
  }

  /**
   * Replaces every row of a table.
   *
   * @param buckets how many buckets, 1 or more
   */
  public void replace(Table table, RowOrder order, int buckets, Dataset<Row> rows) {
    lake.write(
        table,
        order.part(rows, buckets),
        ReplacedSlice.everything(),
        Optional.of(TableBuckets.of(order, buckets)));
  }

  /**
   * The number of buckets to write a table in.
   *
   * @param landed the table that its rows are made from, by which its size is guessed
   * @param beside the tables that the rows of others are made from
   * @param configured the number that large tables have; empty for by size
   */
  public int choose(Table table, Table landed, Collection<Table> beside, OptionalInt configured) {
    long bytes = bytes(landed);
    if (SmallInputs.areSmall(bytes)) {
      return 1;
    }
    long largest = beside.stream().mapToLong(this::bytes).max().orElse(bytes);
    OptionalInt stored = count(newest(table).flatMap(TableBuckets::declared));
    int chosen = choice(table, configured).of(bytes, Math.max(bytes, largest), stored);
    if (stored.orElse(chosen) != chosen) {
      LOG.info("{} goes from {} to {} buckets.", table.name(), stored.getAsInt(), chosen);
    }
    return chosen;
  }

  /** The number of buckets that a table's newest version has; empty where it has none. */
  public OptionalInt buckets(Table table) {
    return count(newest(table).flatMap(TableBuckets::of));
  }

  /**
   * The rows of a table's newest version, those of a customer in one part and in order of time. The
   * parts are the buckets where the table has as many, else rows are moved and sorted.
   *
   * @param parts how many, 1 or more
   */
  public Dataset<Row> read(Table table, RowOrder order, int parts) {
    return lake.exists(table) ? lake.readInOrder(table, order, parts) : lake.none(table);
  }

  /**
   * The number of parts in which to read tables side by side: as many as the one of them has that
   * has most, also where it is large and lies in no order.
   */
  public int parts(Collection<Table> tables) {
    return tables.stream().mapToInt(this::parts).max().orElse(1);
  }

  private int parts(Table table) {
    long bytes = bytes(table);
    OptionalInt stored = count(newest(table).flatMap(TableBuckets::declared));
    OptionalInt lying = buckets(table);
    return lying.orElseGet(() -> choice(table, OptionalInt.empty()).of(bytes, bytes, stored));
  }

  private BucketChoice choice(Table table, OptionalInt configured) {
    var spark = (org.apache.spark.sql.classic.SparkSession) lake.none(table).sparkSession();
    return new BucketChoice(configured, spark.sessionState().conf().numShufflePartitions());
  }

  private static OptionalInt count(Optional<TableBuckets> buckets) {
    return buckets.map(known -> OptionalInt.of(known.count())).orElse(OptionalInt.empty());
  }

  private long bytes(Table table) {
    return newest(table)
        .filter(version -> version.files().isPresent())
        .map(version -> version.bytes(ReplacedSlice.everything()))
        .orElse(0L);
  }

  private Optional<TableVersion> newest(Table table) {
    var number = lake.version(table);
    return number.isPresent()
        ? Optional.of(lake.describe(table, number.getAsLong()))
        : Optional.empty();
  }
}
