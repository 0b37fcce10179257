package dev.dangol.table.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.features.FeatureTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of measures against the tables and the tests that there are. */
class MeasuresPageTest {
  private static final Path PAGE = Path.of("docs/measures.md");
  private static final Path TESTS = Path.of("jobs/src/test/java");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final List<Integer> DAYS = List.of(30);
  private static final String FEATURES = FeatureTable.of(DAYS).name();

  /** Tables that hold rows, keys and the record of runs, and no measure. */
  private static final Set<String> NO_MEASURES =
      Set.of(
          "source_files",
          "quarantine",
          "customer_identity",
          "customer_contacts",
          "erasures",
          "exports",
          "not_measured",
          "quality_checks",
          "runs");

  /** A row of the page: measure, places, unit, definition, test. */
  private record MeasureRow(List<String> cells) {
    List<String> places() {
      return codes(cells.get(1));
    }
  }

  private static List<String> codes(String cell) {
    List<String> codes = new ArrayList<>();
    Matcher found = CODE.matcher(cell);
    while (found.find()) {
      codes.add(found.group(1));
    }
    return codes;
  }

  private static List<MeasureRow> rows() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| measure |"))
        .map(line -> line.substring(2, line.length() - 2).split(" \\| "))
        .map(cells -> new MeasureRow(Arrays.asList(cells)))
        .toList();
  }

  @Test
  void every_row_says_all_five_things() throws IOException {
    assertThat(rows()).hasSizeGreaterThan(50);
    assertThat(rows())
        .allSatisfy(
            row -> {
              assertThat(row.cells()).hasSize(5).noneMatch(String::isBlank);
              assertThat(row.places()).isNotEmpty();
            });
  }

  @Test
  void every_place_is_a_table_or_a_column() throws IOException {
    List<Table> tables = Tables.withViews(DAYS, DAYS);
    for (MeasureRow row : rows()) {
      for (String place : row.places()) {
        String[] parts = place.split("\\.", 2);
        List<String> columns =
            tables.stream()
                .filter(table -> table.name().equals(parts[0]))
                .flatMap(table -> table.fields().stream())
                .map(Field::name)
                .toList();
        assertThat(columns).as(place).isNotEmpty();
        assertThat(parts.length == 1 || columns.stream().anyMatch(pattern(parts[1])))
            .as(place)
            .isTrue();
      }
    }
  }

  private static java.util.function.Predicate<String> pattern(String column) {
    return Pattern.compile(column.replace("*", ".*")).asMatchPredicate();
  }

  @Test
  void every_test_exists() throws IOException {
    Set<String> tests;
    try (Stream<Path> files = Files.walk(TESTS)) {
      tests =
          files
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .collect(Collectors.toSet());
    }
    for (MeasureRow row : rows()) {
      assertThat(tests).as(row.cells().get(0)).containsAll(codes(row.cells().get(4)));
      assertThat(codes(row.cells().get(4))).as(row.cells().get(0)).isNotEmpty();
    }
  }

  @Test
  void no_table_of_results_is_missing() throws IOException {
    Set<String> listed =
        rows().stream()
            .flatMap(row -> row.places().stream())
            .map(place -> place.split("\\.", 2)[0])
            .collect(Collectors.toSet());
    assertThat(Tables.all(DAYS, DAYS))
        .extracting(Table::name)
        .filteredOn(name -> !name.startsWith("clean_") && !name.startsWith("landed_"))
        .filteredOn(name -> !NO_MEASURES.contains(name))
        .allSatisfy(name -> assertThat(listed).contains(name));
  }

  @Test
  void no_feature_of_customers_is_missing() throws IOException {
    List<String> listed =
        rows().stream()
            .flatMap(row -> row.places().stream())
            .filter(place -> place.startsWith(FEATURES + "."))
            .map(place -> place.substring(FEATURES.length() + 1))
            .toList();
    assertThat(FeatureTable.of(DAYS).fields())
        .filteredOn(field -> !field.equals(SharedColumns.AS_OF))
        .filteredOn(field -> !field.equals(SharedColumns.CUSTOMER_ID))
        .extracting(Field::name)
        .allSatisfy(name -> assertThat(listed).anyMatch(column -> pattern(column).test(name)));
  }
}
