package dev.dangol;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Output of a command: its exit code, its results, and its messages for a person. */
public record CommandOutput(int code, String out, String err) {

  /** Runs a command as the main class does, in this process. */
  public static CommandOutput by(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    var results = new ByteArrayOutputStream();
    var words = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(results, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(words, true, StandardCharsets.UTF_8));
      int code = Dangol.commandLine().execute(arguments);
      return new CommandOutput(
          code, results.toString(StandardCharsets.UTF_8), words.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  List<String> lines() {
    return out.lines().toList();
  }

  List<String> sortedLines() {
    return out.lines().sorted().toList();
  }
}
