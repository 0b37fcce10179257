package dev.dangol.store;

import dev.dangol.store.files.WrittenFile;
import dev.dangol.table.Field;
import dev.dangol.table.Table;
import io.delta.kernel.Snapshot;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.util.VectorUtils;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * Version of a table, as its log describes it.
 *
 * @param root the table's folder
 * @param schema its columns
 * @param files its files; empty where only Delta for Spark knows how to read them
 */
record TableVersion(
    Path root, Snapshot snapshot, StructType schema, Optional<List<LiveFile>> files) {
  /** The files hold the columns under their names, and no row of them is deleted. */
  static final int PLAIN_READER = 1;

  /** The version whose writers need not compute, check or record anything else. */
  static final int PLAIN_WRITER = 2;

  private static final Set<String> REFUSING =
      Set.of("delta.appendOnly", "delta.enableChangeDataFeed");

  static StructType schema(Snapshot snapshot) {
    return (StructType) DataType.fromJson(snapshot.getMetadata().getSchemaString());
  }

  static boolean isPlain(Snapshot snapshot) {
    return snapshot.getProtocol().getMinReaderVersion() == PLAIN_READER;
  }

  long number() {
    return snapshot.getVersion();
  }

  /** True where rows can be added to the table, as declared, by naming files in its log. */
  boolean takesFiles(Table table) {
    Map<String, String> properties = snapshot.getTableProperties();
    return files.isPresent()
        && snapshot.getProtocol().getMinWriterVersion() <= PLAIN_WRITER
        && REFUSING.stream().noneMatch(name -> Boolean.parseBoolean(properties.get(name)))
        && Stream.of(schema.fields()).noneMatch(f -> f.metadata().contains("delta.invariants"))
        && snapshot
            .getPartitionColumnNames()
            .equals(table.partitions().stream().map(Field::name).toList());
  }

  /** True where both are the same version of the same table. */
  boolean isSame(TableVersion other) {
    return root.equals(other.root)
        && number() == other.number()
        && snapshot.getMetadata().getId().equals(other.snapshot.getMetadata().getId());
  }

  /** The files whose rows a write replaces. */
  List<LiveFile> covered(ReplacedSlice slice) {
    return files.orElseThrow().stream()
        .filter(file -> slice.covers(file.partitionValues()))
        .toList();
  }

  /** The size of the files in a slice. */
  long bytes(ReplacedSlice slice) {
    return covered(slice).stream().mapToLong(file -> file.status().getLen()).sum();
  }

  /** True where both have the same columns and rules, and the same files in the slice. */
  boolean isSameIn(ReplacedSlice slice, TableVersion other) {
    return snapshot.getMetadata().getId().equals(other.snapshot.getMetadata().getId())
        && schema.equals(other.schema)
        && snapshot.getTableProperties().equals(other.snapshot.getTableProperties())
        && paths(covered(slice)).equals(paths(other.covered(slice)));
  }

  private static Set<Path> paths(List<LiveFile> files) {
    return files.stream().map(file -> file.status().getPath()).collect(Collectors.toSet());
  }

  /** The version after a commit that took some files away and added others. */
  TableVersion next(Snapshot after, ReplacedSlice slice, List<LiveFile> added) {
    Stream<LiveFile> kept =
        files.orElseThrow().stream().filter(file -> !slice.covers(file.partitionValues()));
    return new TableVersion(
        root, after, schema, Optional.of(Stream.concat(kept, added.stream()).toList()));
  }

  /**
   * File of a version.
   *
   * @param add its entry in the log
   */
  record LiveFile(FileStatus status, Map<String, String> partitionValues, AddFile add) {

    static LiveFile of(WrittenFile file) {
      Map<String, String> values = new HashMap<>(file.partitionValues());
      AddFile add =
          new AddFile(
              AddFile.createAddFileRow(
                  new io.delta.kernel.types.StructType(),
                  file.address(),
                  VectorUtils.stringStringMapValue(values),
                  file.size(),
                  file.time(),
                  true,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()));
      return new LiveFile(file.status(), values, add);
    }
  }
}
