package dev.dangol.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements end at semicolons outside quotes and comments. */
class StatementReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "SELECT 1|SELECT 1",
        "SELECT 1; SELECT 2 ;|SELECT 1/SELECT 2",
        ";; SELECT 1 ;;|SELECT 1",
        "SELECT ';'; SELECT \"a;b\", `c;d`|SELECT ';'/SELECT \"a;b\", `c;d`",
        "SELECT 'it''s; so'; SELECT 2|SELECT 'it''s; so'/SELECT 2",
        "SELECT 'back\\'; slash'; SELECT 2|SELECT 'back\\'; slash'/SELECT 2",
        "SELECT '단골; 🍊'; SELECT 2|SELECT '단골; 🍊'/SELECT 2",
        "SELECT 3 - 1|SELECT 3 - 1",
        "SELECT 'not ended; SELECT 2|SELECT 'not ended; SELECT 2",
        "SELECT 1; -- the end|SELECT 1",
      })
  void each_ends_at_its_semicolon(String text, String expected) {
    assertThat(all(text)).containsExactly(expected.split("/"));
  }

  @Test
  void a_comment_ends_with_its_line() {
    assertThat(all("SELECT 1 -- one; it's\n + 1; SELECT 6 / 3"))
        .containsExactly("SELECT 1 -- one; it's\n + 1", "SELECT 6 / 3");
    assertThat(all("-- it's only a word; or two\nSELECT 1"))
        .containsExactly("-- it's only a word; or two\nSELECT 1");
  }

  @Test
  void a_comment_of_several_lines_ends_nothing_and_asks_nothing() {
    assertThat(all("SELECT /* a; b */ 1; /* c; */ ;SELECT 2 /*/ d; */"))
        .containsExactly("SELECT /* a; b */ 1", "SELECT 2 /*/ d; */");
    assertThat(all("SELECT 2 /* two */* 3; SELECT 1"))
        .containsExactly("SELECT 2 /* two */* 3", "SELECT 1");
    assertThat(all("  \n -- nothing\n")).isEmpty();
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void a_statement_is_given_before_the_next_is_written() throws IOException {
    try (PipedWriter program = new PipedWriter();
        PipedReader read = new PipedReader(program)) {
      StatementReader statements = new StatementReader(read);
      program.write("SELECT 1;");
      program.flush();
      assertThat(statements.next()).contains("SELECT 1");
      program.write("SELECT 2;");
      program.flush();
      assertThat(statements.next()).contains("SELECT 2");
    }
  }

  private static List<String> all(String text) {
    StatementReader statements = new StatementReader(new StringReader(text));
    List<String> all = new ArrayList<>();
    for (Optional<String> one = statements.next(); one.isPresent(); one = statements.next()) {
      all.add(one.get());
    }
    return all;
  }
}
