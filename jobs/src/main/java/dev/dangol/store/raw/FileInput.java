package dev.dangol.store.raw;

import static org.apache.spark.sql.functions.lit;

import dev.dangol.config.InputSettings;
import dev.dangol.problem.BrokenSource;
import dev.dangol.problem.Problem;
import dev.dangol.sql.SqlText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Raw input from files in folders, each read by the names of its own columns. */
record FileInput(SparkSession lenient, InputSettings input, RequiredColumns needed)
    implements RawInput {
  static final Set<String> FORMATS = Set.of("csv", "json", "parquet", "orc", "avro", "text", "xml");

  private static final Pattern LOOKS_LIKE_A_PATTERN = Pattern.compile("[{}\\[\\]*?\\\\]");
  private static final Set<String> GUESSED = Set.of("csv", "json", "xml");

  @Override
  public Optional<List<RawFile>> files() {
    return Optional.of(FileListing.of(lenient, input).files());
  }

  @Override
  public Dataset<Row> whole() {
    FileListing listing = FileListing.of(lenient, input);
    return read(listing, listing.files(), new StructType()).orElseThrow();
  }

  @Override
  public Optional<Dataset<Row>> only(List<RawFile> files, StructType known) {
    return read(FileListing.of(lenient, input), files, known);
  }

  private Optional<Dataset<Row>> read(FileListing listing, List<RawFile> files, StructType known) {
    List<FilePart> parts = parts(listing, listing.require(files));
    Optional<StructType> schema = new KnownSchema(known, types()).with(FilePart.columns(parts));
    if (schema.isPresent() && schema.get().isEmpty()) {
      throw nothing(files);
    }
    return schema.map(columns -> read(parts, columns, known));
  }

  private Problem nothing(List<RawFile> files) {
    Optional<RawFile> garbled =
        files.stream().filter(file -> !file.state().startsWith("0 ")).findFirst();
    return input.format().equalsIgnoreCase("json") && garbled.isPresent()
        ? new BrokenSource(
            "no line of the file "
                + garbled.get().path()
                + " can be taken apart as JSON. Nothing was published; set the option multiLine"
                + " where an object spans several lines, else replace the file.")
        : FileListing.nothingIn(input);
  }

  private Dataset<Row> read(List<FilePart> parts, StructType columns, StructType known) {
    Dataset<Row> none = lenient.createDataFrame(List.of(), columns);
    List<Dataset<Row>> read =
        parts.stream().map(part -> part.read(lenient, input, columns)).toList();
    Dataset<Row> rows =
        read.stream().reduce((some, others) -> some.unionByName(others, true)).orElse(none);
    Dataset<Row> whole = complete(rows, columns);
    if (CsvHeaders.isExpected(input) && (parts.size() > 1 || !known.isEmpty())) {
      refuseLacking(parts, read, needed.in(whole));
    }
    return whole;
  }

  /** A file without a required column would lose all its rows to quarantine, one by one. */
  private static void refuseLacking(
      List<FilePart> parts, List<Dataset<Row>> read, Set<String> needed) {
    for (int place = 0; place < parts.size(); place++) {
      Set<String> lacking = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
      lacking.addAll(needed);
      Arrays.asList(read.get(place).columns()).forEach(lacking::remove);
      lacking.remove(RawReader.MALFORMED);
      if (!lacking.isEmpty()) {
        throw new BrokenSource(
            "the file "
                + parts.get(place).paths().get(0)
                + " has no column "
                + String.join(", ", lacking)
                + ", which a required column or the predicate looks at. Nothing was published;"
                + " replace the file and run again.");
      }
    }
  }

  /** Every column in one order, whatever files were read together. */
  private Dataset<Row> complete(Dataset<Row> rows, StructType columns) {
    Set<String> there = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    there.addAll(List.of(rows.columns()));
    List<Column> all = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>(List.of(columns.fieldNames()));
    for (StructField field : columns.fields()) {
      Column value =
          there.contains(field.name())
              ? SqlText.column(field.name())
              : lit(null).cast(field.dataType());
      all.add(value.as(field.name()));
    }
    for (String name : rows.columns()) {
      if (names.stream().noneMatch(name::equalsIgnoreCase)) {
        all.add(SqlText.column(name));
      }
    }
    return rows.select(all.toArray(Column[]::new));
  }

  private KnownSchema.TypeOrigin types() {
    return GUESSED.contains(input.format().toLowerCase(Locale.ROOT))
        ? KnownSchema.TypeOrigin.GUESSED
        : KnownSchema.TypeOrigin.FIXED;
  }

  /**
   * Files that can be read together: below one folder of partitions, and with one header. Those
   * with brackets in their names are read alone: Spark reads others beside them twice.
   */
  private List<FilePart> parts(FileListing listing, List<String> paths) {
    if (paths.isEmpty()) {
      return List.of();
    }
    boolean headers = CsvHeaders.isExpected(input);
    Map<String, List<String>> names = headers ? CsvHeaders.of(lenient, input, paths) : Map.of();
    Map<List<Object>, List<String>> groups = new LinkedHashMap<>();
    for (String path : paths) {
      if (!headers || names.containsKey(path)) {
        List<Object> group =
            List.of(
                listing.base(path),
                names.getOrDefault(path, List.of()),
                LOOKS_LIKE_A_PATTERN.matcher(path).find());
        groups.computeIfAbsent(group, none -> new ArrayList<>()).add(path);
      }
    }
    StructType common = headers ? null : FilePart.inferSchema(lenient, input, paths);
    return groups.values().stream()
        .map(
            group ->
                new FilePart(
                    listing.base(group.get(0)),
                    group,
                    headers
                        ? FilePart.namedSchema(lenient, input, group, names.get(group.get(0)))
                        : common))
        .toList();
  }
}
