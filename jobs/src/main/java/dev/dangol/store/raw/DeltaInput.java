package dev.dangol.store.raw;

import dev.dangol.config.InputSettings;
import dev.dangol.sql.SqlText;
import dev.dangol.store.ActiveSession;
import dev.dangol.table.IngestColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.files.TahoeLogFileIndex;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Raw input from a Delta table, in its newest version or the one that the options choose. */
record DeltaInput(SparkSession lenient, InputSettings input) implements RawInput {

  @Override
  public Optional<List<RawFile>> files() {
    return Optional.of(List.copyOf(behind(index(table())).keySet()));
  }

  @Override
  public Dataset<Row> whole() {
    return withOrigin(table());
  }

  /** Reads no other file: the table's log says what is in each. */
  @Override
  public Optional<Dataset<Row>> only(List<RawFile> files, StructType known) {
    Dataset<Row> table = table();
    if (new KnownSchema(known, KnownSchema.TypeOrigin.FIXED).with(table.schema()).isEmpty()) {
      return Optional.empty();
    }
    TahoeLogFileIndex index = index(table);
    Map<RawFile, AddFile> behind = behind(index);
    List<AddFile> chosen = new ArrayList<>();
    for (RawFile file : files) {
      if (!behind.containsKey(file)) {
        throw FileListing.gone(file);
      }
      chosen.add(behind.get(file));
    }
    // Delta takes the active session, and with it the meaning of casts.
    return Optional.of(
        withOrigin(
            ActiveSession.in(
                lenient,
                () ->
                    index
                        .deltaLog()
                        .createDataFrame(
                            index.getSnapshot(),
                            CollectionConverters.asScala(chosen).toSeq(),
                            false,
                            Option.empty()))));
  }

  private Dataset<Row> table() {
    return RawInput.reader(lenient, input).load(input.paths().toArray(String[]::new));
  }

  private static TahoeLogFileIndex index(Dataset<Row> table) {
    return (TahoeLogFileIndex) FileIndexes.of(table);
  }

  private static Map<RawFile, AddFile> behind(TahoeLogFileIndex index) {
    Map<RawFile, AddFile> behind = new HashMap<>();
    Seq<Expression> unfiltered = CollectionConverters.asScala(List.<Expression>of()).toSeq();
    for (AddFile file : CollectionConverters.asJava(index.matchingFiles(unfiltered, unfiltered))) {
      Option<String> deleted = file.getDeletionVectorUniqueId();
      Path path = new Path(index.path(), file.toPath());
      behind.put(new RawFile(path.toString(), deleted.isEmpty() ? "" : deleted.get()), file);
    }
    return behind;
  }

  private static Dataset<Row> withOrigin(Dataset<Row> rows) {
    return rows.withColumn(IngestColumns.ORIGIN.name(), SqlText.fileOf(rows));
  }
}
