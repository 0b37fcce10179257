package dev.dangol.store.raw;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import dev.dangol.config.InputSettings;
import dev.dangol.problem.BrokenSource;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.csv.CSVOptions;
import org.apache.spark.sql.execution.datasources.csv.CSVUtils;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Headers of CSV files, one per file. Spark uses that of the first file for all, and would put a
 * value under the wrong name where another file has its columns in another order.
 */
final class CsvHeaders {
  private static final int READ_BY_THE_DRIVER = 32;
  private static final int TASKS = 64;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private CsvHeaders() {}

  /** True where files begin with the names of their columns. */
  static boolean isExpected(InputSettings input) {
    return input.format().equalsIgnoreCase("csv") && input.has("header");
  }

  /** The columns' names by file, as Spark names them; files without a line are left out. */
  static Map<String, List<String>> of(SparkSession spark, InputSettings input, List<String> paths) {
    Map<String, String> options = new HashMap<>(input.readerOptions());
    Configuration hadoop = spark.sessionState().newHadoopConf();
    Map<String, List<String>> headers = new LinkedHashMap<>();
    if (paths.size() <= READ_BY_THE_DRIVER) {
      for (String path : paths) {
        headers.put(path, header(path, options, hadoop));
      }
    } else {
      SerializableConfiguration sent = new SerializableConfiguration(hadoop);
      new JavaSparkContext(spark.sparkContext())
          .parallelize(paths, Math.min(TASKS, paths.size()))
          .map(path -> new Tuple2<>(path, header(path, options, sent.value())))
          .collect()
          .forEach(read -> headers.put(read._1(), read._2()));
    }
    headers.values().removeIf(List::isEmpty);
    headers.forEach(CsvHeaders::refuseRepeated);
    return headers;
  }

  private static List<String> header(
      String file, Map<String, String> options, Configuration hadoop) {
    Path path = new Path(file);
    Charset charset = charset(options);
    var codec = new CompressionCodecFactory(hadoop).getCodec(path);
    CSVOptions csv = parsing(options);
    try (var bytes = path.getFileSystem(hadoop).open(path);
        Reader text =
            new InputStreamReader(
                codec == null ? bytes : codec.createInputStream(bytes), charset)) {
      CsvParserSettings settings = csv.asParserSettings();
      // Lines may end as Windows ends them, and Spark's own settings leave that to its line reader.
      settings.setLineSeparatorDetectionEnabled(csv.lineSeparatorInRead().isEmpty());
      CsvParser parser = new CsvParser(settings);
      parser.beginParsing(withoutMark(text));
      String[] names = parser.parseNext();
      parser.stopParsing();
      return names == null ? List.of() : List.of(columnNames(names, csv));
    } catch (IOException | RuntimeException failure) { // The parser has exceptions of its own.
      throw new BrokenSource(
          "the file "
              + file
              + " cannot be read: "
              + (codec == null ? "it is damaged" : "it ends too early or is damaged")
              + ". Nothing was published; replace the file and run again.",
          failure);
    }
  }

  /** The names as written, and Spark's own for columns without one. */
  private static String[] columnNames(String[] names, CSVOptions csv) {
    String[] safe = CSVUtils.makeSafeHeader(names, false, csv);
    String[] named = new String[names.length];
    for (int place = 0; place < names.length; place++) {
      boolean blank = names[place] == null || names[place].isEmpty();
      named[place] = blank ? safe[place] : names[place];
    }
    return named;
  }

  private static CSVOptions parsing(Map<String, String> options) {
    Map<String, String> others = new HashMap<>(options);
    others.keySet().removeIf(key -> key.matches("(?i)encoding|charset"));
    return new CSVOptions(
        scala.collection.immutable.Map.from(CollectionConverters.asScala(others)), false, "UTC");
  }

  private static Charset charset(Map<String, String> options) {
    return Charset.forName(
        option(options, "encoding").or(() -> option(options, "charset")).orElse("UTF-8"));
  }

  private static Reader withoutMark(Reader text) throws IOException {
    PushbackReader reader = new PushbackReader(text);
    int first = reader.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      reader.unread(first);
    }
    return reader;
  }

  private static void refuseRepeated(String file, List<String> names) {
    TreeSet<String> seen = new TreeSet<>();
    List<String> repeated = new ArrayList<>();
    for (String name : names) {
      if (!seen.add(name.toLowerCase(Locale.ROOT))) {
        repeated.add(name);
      }
    }
    if (!repeated.isEmpty()) {
      throw new BrokenSource(
          "the file "
              + file
              + " has more than one column named "
              + String.join(", ", repeated)
              + ". Nothing was published; name its columns differently and run again.");
    }
  }

  private static Optional<String> option(Map<String, String> options, String name) {
    return new InputSettings("csv", List.of(), options).option(name);
  }
}
