package dev.dangol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CommandSequenceTest {
  @Test
  void commands_run_in_their_order() {
    PrintStream before = System.out;
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
    try {
      CommandSequence.main(new String[] {"--version", "then", "sql", "--print-config"});
    } finally {
      System.setOut(before);
    }

    assertThat(told.toString(StandardCharsets.UTF_8))
        .startsWith("dangol ")
        .contains("warehouse.path");
  }
}
