package dev.dangol.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.File;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that no SQL of the example configurations is refused. */
class ExampleSqlTest {

  @ParameterizedTest
  @ValueSource(strings = {"demo", "olist", "complete-journey", "cdnow"})
  void every_expression_and_query_of_the_examples_is_safe(String name) {
    File file = new File("conf/" + name + ".conf");
    Config sources = ConfigFactory.parseFile(file).resolve().getConfig("dangol.sources");

    assertThat(sources.root().keySet()).contains("purchases");
    for (String source : sources.root().keySet()) {
      Config section = sources.getConfig(source);
      Config columns = section.getConfig("columns");
      for (String column : columns.root().keySet()) {
        assertSafe(columns.getString(column));
      }
      if (section.hasPath("where")) {
        assertSafe(section.getString("where"));
      }
      if (section.hasPath("query")) {
        List<String> inputs = List.copyOf(section.getConfig("inputs").root().keySet());
        String query = section.getString("query");
        assertThatCode(() -> SafeQuery.refuseUnsafe(query, inputs))
            .as(query)
            .doesNotThrowAnyException();
      }
    }
  }

  private static void assertSafe(String text) {
    assertThatCode(() -> SafeSql.refuseUnsafe(text, List.of())).as(text).doesNotThrowAnyException();
  }
}
