package dev.dangol.store;

import dev.dangol.store.files.BucketedNames;
import dev.dangol.table.Field;
import dev.dangol.table.RowOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.catalog.BucketSpec;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Buckets of a table by customer. All rows of a customer are in one of them, and each of its files
 * is sorted. The table's properties say how many there are and how they are sorted, and the name of
 * each file says which one it is of, and of how many. Spark numbers buckets by its own hash of the
 * customer.
 *
 * @param count how many
 * @param sorted the columns that files are sorted by; the first is the customer's
 */
record TableBuckets(int count, List<String> sorted) {
  private static final String COUNT = "dangol.buckets";
  private static final String SORTED = "dangol.buckets.sorted";

  TableBuckets {
    sorted = List.copyOf(sorted);
  }

  static TableBuckets of(RowOrder order, int count) {
    return new TableBuckets(count, order.sorted().stream().map(Field::name).toList());
  }

  /**
   * The buckets that a version's properties promise, whatever its files are; empty where they
   * promise none.
   */
  static Optional<TableBuckets> declared(TableVersion version) {
    Map<String, String> properties = version.snapshot().getTableProperties();
    String count = properties.getOrDefault(COUNT, "");
    List<String> sorted = Arrays.asList(properties.getOrDefault(SORTED, "").split(",", -1));
    boolean isThere = Arrays.asList(version.schema().fieldNames()).containsAll(sorted);
    return count.matches("[1-9]\\d{0,5}") && isThere
        ? Optional.of(new TableBuckets(Integer.parseInt(count), sorted))
        : Optional.empty();
  }

  /** The buckets of a version; empty where any of its files was not written as one of them. */
  static Optional<TableBuckets> of(TableVersion version) {
    return declared(version)
        .filter(
            buckets ->
                version.files().isPresent()
                    && version.files().get().stream()
                        .map(file -> file.status().getPath().getName())
                        .allMatch(name -> BucketedNames.isOneOf(buckets.count(), name)));
  }

  /** The properties of a table with these buckets. */
  Map<String, String> properties() {
    return Map.of(COUNT, String.valueOf(count), SORTED, String.join(",", sorted));
  }

  /** The same, as Spark has it. */
  BucketSpec spec() {
    return new BucketSpec(
        count,
        CollectionConverters.asScala(sorted.subList(0, 1)).toSeq(),
        CollectionConverters.asScala(sorted).toSeq());
  }
}
