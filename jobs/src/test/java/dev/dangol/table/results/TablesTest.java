package dev.dangol.table.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.Field;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DataType;
import org.junit.jupiter.api.Test;

class TablesTest {
  /** The ends of an interval are of the type of what lies between them. */
  private static final List<String> ENDS = List.of("low", "high");

  /** Names that the published tables give another meaning each, as the contract has them. */
  private static final List<String> OF_SEVERAL_TYPES =
      List.of("days", "open", "target", "value", "passed");

  private static final List<Table> TABLES =
      Tables.withViews(List.of(30, 90, 365), List.of(30, 90, 365));

  @Test
  void the_data_dictionary_is_current() throws IOException {
    assertThat(Files.readString(Path.of("docs/data-dictionary.md")))
        .as("run: scripts/dangol tables --format markdown > docs/data-dictionary.md")
        .isEqualTo(DataDictionary.markdown(TABLES));
  }

  @Test
  void every_table_and_column_says_what_it_means() {
    for (Table table : TABLES) {
      assertThat(table.meaning()).as(table.name()).endsWith(".");
      for (Field field : table.fields()) {
        assertThat(field.meaning()).as(table.name() + "." + field.name()).matches("(?s).+[.…]");
        assertThat(field.name()).matches("[a-z][a-z0-9_]*");
      }
    }
  }

  @Test
  void the_grain_is_never_null() {
    for (Table table : TABLES) {
      for (Field key : table.grain()) {
        assertThat(table.fields()).as(table.name()).contains(key);
      }
      assertThat(table.grain().stream().filter(key -> !key.required() && !mayBeNull(key)))
          .as(table.name())
          .isEmpty();
    }
  }

  @Test
  void a_name_has_one_type() {
    Map<String, List<DataType>> types =
        TABLES.stream()
            .flatMap(table -> table.fields().stream())
            .collect(
                Collectors.groupingBy(
                    Field::name, Collectors.mapping(Field::type, Collectors.toList())));
    types.remove(RunColumns.CHECK_VALUE.name()); // The value of a check, a criterion, an attribute.
    types.remove(EffectColumns.EFFECT.name()); // Its name, and in uplift its size.
    types.keySet().removeAll(OF_SEVERAL_TYPES);
    types.remove("bucket"); // A tenth of customers by number, or a time until a reply by name.
    types.keySet().removeAll(ENDS);
    types.forEach((name, found) -> assertThat(found.stream().distinct()).as(name).hasSize(1));
  }

  /** Outliers had no segment on early days; the other keys say themselves when they are null. */
  private static boolean mayBeNull(Field key) {
    return key.equals(SharedColumns.SEGMENT_ID) || key.meaning().contains("null for");
  }
}
