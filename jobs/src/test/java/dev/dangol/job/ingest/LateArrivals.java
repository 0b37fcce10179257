package dev.dangol.job.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import dev.dangol.sample.files.SampleShop;
import dev.dangol.sample.people.SampleSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Splits the lines of the sample shop's sources into files that arrive one after another. */
final class LateArrivals {
  static final List<String> SOURCES =
      SampleShop.folders().stream().filter(folder -> !folder.startsWith("truth")).toList();

  /** Sources whose files have no lines: theirs become JSON. */
  static final List<String> BINARY = List.of("engagement", "messages", "loyalty");

  private static final List<String> WITH_HEADER =
      List.of("purchases", "referrals", "surveys", "costs");

  private final Map<String, List<String>> lines = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  /** Writes a small sample and reads its lines. */
  LateArrivals(SparkSession spark, Path folder, long customers) {
    String sample = folder.resolve("sample").toString();
    SampleShop.write(spark, sample, new SampleSize(customers, 42));
    for (String source : SOURCES) {
      String path = sample + "/" + source;
      List<String> all =
          BINARY.contains(source)
              ? json(spark.read().format(source.equals("messages") ? "orc" : "parquet").load(path))
              : spark.read().textFile(path).collectAsList();
      boolean csv = WITH_HEADER.contains(source);
      headers.put(source, csv ? all.get(0) + "\n" : "");
      lines.put(source, all.stream().filter(line -> !csv || !line.equals(all.get(0))).toList());
    }
  }

  /** Nulls are written: every file knows every column. */
  private static List<String> json(Dataset<Row> rows) {
    return rows.select(to_json(struct(col("*")), Map.of("ignoreNullFields", "false")))
        .as(Encoders.STRING())
        .collectAsList();
  }

  /** Deals every line to one of so many files for each source, at random. */
  List<Map<String, String>> dealt(int files, Random random) {
    List<Map<String, String>> dealt = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      dealt.add(new LinkedHashMap<>());
    }
    lines.forEach(
        (source, all) -> {
          List<StringBuilder> texts = new ArrayList<>();
          for (int i = 0; i < files; i++) {
            texts.add(new StringBuilder(headers.get(source)));
          }
          all.forEach(line -> texts.get(random.nextInt(files)).append(line).append('\n'));
          for (int i = 0; i < files; i++) {
            dealt.get(i).put(source, texts.get(i).toString());
          }
        });
    return dealt;
  }

  /** The files of one arrival come to stand in the folder, in place of any of the same name. */
  static void arrive(Path folder, String name, Map<String, String> files) {
    files.forEach(
        (source, text) -> {
          try {
            Files.createDirectories(folder.resolve(source));
            Files.writeString(folder.resolve(source).resolve(name), text);
          } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
          }
        });
  }
}
