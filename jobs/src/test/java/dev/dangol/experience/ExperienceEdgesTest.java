package dev.dangol.experience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.GivenConfig;
import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.table.Field;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import dev.dangol.table.results.CategoryShareColumns;
import dev.dangol.testing.SparkExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Laws of every table of the room, on shops that are made to break them. */
@ExtendWith(SparkExtension.class)
class ExperienceEdgesTest {
  /** Shares of net sales may lie outside of 0 and 1 where refunds exceed what was bought. */
  private static final Set<String> OF_SALES = Set.of(CategoryShareColumns.TABLE.name());

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void rows_keep_their_grain_and_their_columns_what_they_promise(
      EdgeShop shop, SparkSession spark) {
    Map<Table, List<List<Object>>> tables = tables(shop, spark);
    List<String> broken = new ArrayList<>();
    tables.forEach((table, rows) -> broken.addAll(faults(table, rows)));
    assertThat(broken).isEmpty();
    Set<String> filled =
        tables.entrySet().stream()
            .filter(table -> !table.getValue().isEmpty())
            .map(table -> table.getKey().name())
            .collect(Collectors.toSet());
    assertThat(filled).containsExactlyInAnyOrderElementsOf(shop.filled());
  }

  private Map<Table, List<List<Object>>> tables(EdgeShop shop, SparkSession spark) {
    Settings settings =
        SettingsReader.readWithoutSources(
            GivenConfig.file(
                folder,
                "dangol { profiles.min-count = 1, voices.min-count = 1, effects.min-count = 2 }"));
    FactTable facts = new FactTable(HistoryFold.of(shop.events(spark), shop.rules()).cache());
    ExperienceResults results = new ExperienceResults(facts, shop.rules(), GivenHistory.DAY);
    Map<Table, List<List<Object>>> tables = new LinkedHashMap<>();
    results.small(settings).forEach((table, rows) -> tables.put(table, cells(rows)));
    results.large().forEach((table, rows) -> tables.put(table, cells(rows.collectAsList())));
    results
        .further(settings)
        .forEach((table, rows) -> tables.get(table).addAll(cells(rows.collectAsList())));
    facts.facts().unpersist();
    return tables;
  }

  private static List<List<Object>> cells(List<Row> rows) {
    List<List<Object>> cells = new ArrayList<>();
    for (Row row : rows) {
      List<Object> own = new ArrayList<>();
      for (int place = 0; place < row.size(); place++) {
        own.add(row.get(place));
      }
      cells.add(own);
    }
    return cells;
  }

  private static List<String> faults(Table table, List<List<Object>> rows) {
    List<String> faults = new ArrayList<>();
    long keys = rows.stream().map(row -> key(table, row)).distinct().count();
    if (keys < rows.size()) {
      faults.add(table.name() + " has " + rows.size() + " rows of " + keys + " keys");
    }
    for (List<Object> row : rows) {
      for (Field field : table.fields()) {
        Object cell = cell(table, row, field.name());
        if (cell == null && field.required()) {
          faults.add(table.name() + "." + field.name() + " is null in " + row);
        }
        if (cell instanceof Double number && isFault(table, field, number)) {
          faults.add(table.name() + "." + field.name() + " is " + number + " in " + row);
        }
      }
      faults.addAll(intervals(table, row));
    }
    return faults;
  }

  private static boolean isFault(Table table, Field field, double number) {
    boolean share = field.unit() == Unit.SHARE && !OF_SALES.contains(table.name());
    return !Double.isFinite(number) || (share && Math.abs(number) > 1 + 1e-9);
  }

  /** The columns whose names end in low and high lie around those without. */
  private static List<String> intervals(Table table, List<Object> row) {
    List<String> faults = new ArrayList<>();
    for (Field field : table.fields()) {
      Optional<Double> value = number(table, row, field.name());
      Optional<Double> low = number(table, row, field.name() + "_low");
      Optional<Double> high = number(table, row, field.name() + "_high");
      boolean above = value.isPresent() && low.isPresent() && low.get() > value.get() + 1e-6;
      boolean below = value.isPresent() && high.isPresent() && high.get() < value.get() - 1e-6;
      if (above || below || (value.isEmpty() && low.isPresent())) {
        faults.add(table.name() + "." + field.name() + " lies outside of its interval in " + row);
      }
    }
    return faults;
  }

  private static Optional<Double> number(Table table, List<Object> row, String name) {
    boolean there = table.fields().stream().anyMatch(field -> field.name().equals(name));
    return there && cell(table, row, name) instanceof Double number
        ? Optional.of(number)
        : Optional.empty();
  }

  private static List<Object> key(Table table, List<Object> row) {
    List<Object> key = new ArrayList<>();
    table.grain().forEach(field -> key.add(cell(table, row, field.name())));
    return key;
  }

  private static Object cell(Table table, List<Object> row, String name) {
    for (int place = 0; place < table.fields().size(); place++) {
      if (table.fields().get(place).name().equals(name)) {
        return row.get(place);
      }
    }
    throw new IllegalArgumentException(table.name() + " has no " + name);
  }
}
