package dev.dangol.store.raw;

import dev.dangol.config.InputSettings;
import dev.dangol.config.SourceSettings;
import dev.dangol.ingest.ColumnMapping;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Sources;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Three purchases that every format must hold alike, and the rows that they become. */
final class RawShop {
  static final String NOTE = "She said \"so\"\nand left; twice,\tor 🍀";

  static final List<String> CANONICAL =
      List.of(
          "[김하나,2026-01-02 10:00:00.0,1234.5000,1," + NOTE + "]",
          "[ana,2026-01-03 00:00:00.0,7.0000,2,null]",
          "[ben,2026-01-04 23:59:59.0,-3.2500,3,O'Brien]");

  private static final Object[][] ROWS = {
    {"1", "김하나", "2026-01-02 10:00:00", "1234.50", NOTE},
    {"2", " ana ", "2026-01-03 00:00:00", "7.00", null},
    {"3", "ben", "2026-01-04 23:59:59", "-3.25", "O'Brien"}
  };

  static final Map<String, String> COLUMNS =
      Map.of(
          "order_id", "no",
          "customer_id", "who",
          "purchased_at", "at",
          "net_amount", "paid",
          "category", "note");

  private RawShop() {}

  /** The purchases as typed rows. */
  static Dataset<Row> typed(SparkSession spark) {
    return spark.sql(
        """
        SELECT * FROM VALUES
          (1, '김하나', TIMESTAMP '2026-01-02 10:00:00', 1234.50BD, '%s'),
          (2, ' ana ', TIMESTAMP '2026-01-03 00:00:00', 7.00BD, NULL),
          (3, 'ben', TIMESTAMP '2026-01-04 23:59:59', -3.25BD, 'O\\'Brien')
          AS shop(no, who, at, paid, note)
        """
            .formatted(NOTE.replace("\n", "\\n")));
  }

  /** The purchases as CSV, as RFC 4180 wants it, null as nothing at all. */
  static String csv(String separator) {
    String rows =
        Arrays.stream(ROWS)
            .map(
                row ->
                    Arrays.stream(row).map(RawShop::quoted).collect(Collectors.joining(separator)))
            .collect(Collectors.joining("\r\n"));
    return String.join(separator, "no", "who", "at", "paid", "note") + "\r\n" + rows + "\r\n";
  }

  private static String quoted(Object value) {
    return value == null ? "" : '"' + value.toString().replace("\"", "\"\"") + '"';
  }

  static Path zipped(Path file, byte[] bytes) {
    try (OutputStream zip = new GZIPOutputStream(Files.newOutputStream(file))) {
      zip.write(bytes);
      return file;
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  /** Options given as name and value in turn. */
  static Map<String, String> options(String... pairs) {
    Map<String, String> options = new LinkedHashMap<>();
    IntStream.range(0, pairs.length / 2).forEach(i -> options.put(pairs[2 * i], pairs[2 * i + 1]));
    return options;
  }

  static SourceSettings purchases(InputSettings input, Map<String, String> columns) {
    return new SourceSettings(
        Map.of("raw", input), Optional.empty(), Optional.empty(), columns, "shop.conf: 3");
  }

  static SourceSettings purchases(InputSettings input) {
    return purchases(input, COLUMNS);
  }

  /** The rows as the pipeline maps them, in order. */
  static List<String> canonical(SparkSession spark, SourceSettings settings) {
    Dataset<Row> raw = new RawReader(spark).read("purchases", settings);
    return new ColumnMapping(Sources.PURCHASES, settings, RawReader.MALFORMED)
            .canonical(raw)
            .select(
                SharedColumns.CUSTOMER_ID.col(),
                PurchaseSource.PURCHASED_AT.col(),
                PurchaseSource.NET_AMOUNT.col(),
                SharedColumns.ORDER_ID.col(),
                SharedColumns.CATEGORY.col())
            .orderBy(SharedColumns.ORDER_ID.col())
            .collectAsList()
            .stream()
            .map(Row::toString)
            .toList();
  }
}
