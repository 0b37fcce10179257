package dev.dangol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.DirtKind.Fate;
import dev.dangol.store.Lake;
import dev.dangol.table.Field;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.CostSource;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.LoyaltySource;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import dev.dangol.table.sources.SurveySource;
import dev.dangol.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every row that goes in comes out exactly once: used, rejected, or repeated by another. */
@ExtendWith(SparkExtension.class)
class DirtyFilesTest {
  private static final Pattern NAME = Pattern.compile("[a-z]+#\\d+");
  private static final int ROWS = 100_000;

  @TempDir private static Path folder;

  @Test
  void a_hundred_thousand_rows_with_more_than_twenty_faults_are_accounted_for_to_the_row(
      SparkSession spark) throws IOException {
    Map<Source, DirtyFiles> sources = sources();
    assertThat(sources.values().stream().mapToInt(dirt -> dirt.lines().size()).sum())
        .isGreaterThanOrEqualTo(ROWS);
    Set<DirtKind> kinds = EnumSet.noneOf(DirtKind.class);
    sources.values().forEach(dirt -> kinds.addAll(dirt.counts().keySet()));
    assertThat(kinds).containsExactlyInAnyOrder(DirtKind.values());
    write(sources);

    CommandOutput output =
        CommandOutput.by(
            "ingest", "--config", folder + "/shop.conf", "--as-of", "2025-03-31", "--verbose");

    assertThat(output.code()).as(output.err()).isZero();
    Lake lake = new Lake(spark, folder + "/warehouse");
    Map<String, List<String>> rejected = rejected(lake);
    for (Map.Entry<Source, DirtyFiles> source : sources.entrySet()) {
      assertReconciled(source.getKey(), source.getValue(), lake, rejected);
    }
  }

  private static void assertReconciled(
      Source source, DirtyFiles dirt, Lake lake, Map<String, List<String>> rejected) {
    List<String> used =
        lake.read(source.clean()).collectAsList().stream()
            .flatMap(row -> names(row.toString()).stream())
            .toList();
    assertThat(used).as(source.name() + " used").doesNotHaveDuplicates();
    assertThat(rejected.get(source.name())).as(source.name()).doesNotHaveDuplicates();
    assertMet(dirt, Fate.USED, used);
    assertMet(dirt, Fate.REJECTED, rejected.get(source.name()));
    long repeated = dirt.meeting(Fate.REPEATED).size();
    assertThat(dirt.lines().size() - used.size() - rejected.get(source.name()).size())
        .isEqualTo((int) repeated);
  }

  private static void assertMet(DirtyFiles dirt, Fate fate, List<String> found) {
    Map<String, DirtKind> expected = dirt.meeting(fate);
    Set<String> missing = new TreeSet<>(expected.keySet());
    missing.removeAll(new TreeSet<>(found));
    assertThat(missing.stream().collect(Collectors.groupingBy(expected::get)))
        .as("lines that are not " + fate)
        .isEmpty();
    assertThat(found).as(fate.name()).hasSameSizeAs(expected.keySet());
  }

  /** Names of the rows in quarantine, by source. */
  private static Map<String, List<String>> rejected(Lake lake) {
    Map<String, List<String>> rejected = new HashMap<>();
    lake.read(RunColumns.QUARANTINE)
        .select(RunColumns.SOURCE.col(), RunColumns.RAW.col())
        .collectAsList()
        .forEach(
            row ->
                rejected
                    .computeIfAbsent(row.getString(0), none -> new ArrayList<>())
                    .addAll(names(row.getString(1))));
    return rejected;
  }

  private static List<String> names(String text) {
    Matcher found = NAME.matcher(text);
    return found.find() ? List.of(found.group()) : List.of();
  }

  private static Map<Source, DirtyFiles> sources() {
    Map<Source, DirtyFiles> sources = new LinkedHashMap<>();
    add(sources, Sources.PURCHASES, PurchaseSource.PROMOTION_ID, 40_000);
    add(sources, Sources.REVIEWS, ReviewSource.TEXT, 12_000);
    add(sources, Sources.ENGAGEMENT, EngagementSource.SESSION_ID, 25_000);
    add(sources, Sources.REFERRALS, SharedColumns.CHANNEL, 3_000);
    add(sources, Sources.CUSTOMERS, CustomerSource.ACQUIRED_BY, 2_000);
    add(sources, Sources.MESSAGES, MessageSource.CREATIVE, 6_000);
    add(sources, Sources.SUPPORT, SupportSource.THEME, 4_000);
    add(sources, Sources.SURVEYS, SurveySource.QUESTION, 3_000);
    add(sources, Sources.LOYALTY, LoyaltySource.KIND, 3_000);
    add(sources, Sources.COSTS, CostSource.STAGE, 2_000);
    return sources;
  }

  private static void add(Map<Source, DirtyFiles> sources, Source source, Field name, int rows) {
    sources.put(source, new DirtyFiles(source, name, rows, source.name().hashCode()));
  }

  private static void write(Map<Source, DirtyFiles> sources) throws IOException {
    StringBuilder conf =
        new StringBuilder(
            """
            dangol {
              time-zone = "Asia/Seoul", currency = KRW
              warehouse.path = "%1$s/warehouse", report.directory = "%1$s/report"
              quality.max-rejected-share = 1
              sources {
            """
                .formatted(folder));
    for (Map.Entry<Source, DirtyFiles> source : sources.entrySet()) {
      String name = source.getKey().name();
      Path file = folder.resolve(name + ".json");
      Files.write(file, source.getValue().lines());
      conf.append(name + " { format = json, path = \"" + file + "\", columns {\n");
      // Without direct identifiers, since with them malformed lines would be hidden whole.
      source.getKey().fields().stream()
          .filter(field -> !CustomerContacts.DIRECT_IDENTIFIERS.contains(field))
          .map(Field::name)
          .filter(field -> !field.equals("attributes"))
          .forEach(field -> conf.append("  " + field + " = " + field + "\n"));
      conf.append("} }\n");
    }
    Files.writeString(folder.resolve("shop.conf"), conf.append("} }"));
  }
}
