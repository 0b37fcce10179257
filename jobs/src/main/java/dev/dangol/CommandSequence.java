package dev.dangol;

import dev.dangol.command.ExitCodes;
import java.util.ArrayList;
import java.util.List;

/**
 * Sequence of commands in one process, each after the word {@code then}. {@code scripts/dangol}
 * shows Java with it which classes a run and a query need.
 */
public final class CommandSequence {
  private static final String THEN = "then";

  private CommandSequence() {}

  /** Runs the commands one after the other, and ends the process at the first that fails. */
  public static void main(String[] words) {
    for (String[] command : commands(words)) {
      int code = Dangol.commandLine().execute(command);
      if (code != ExitCodes.DONE) {
        System.exit(code);
      }
    }
  }

  private static List<String[]> commands(String[] words) {
    List<String[]> commands = new ArrayList<>();
    List<String> command = new ArrayList<>();
    for (String word : words) {
      if (word.equals(THEN)) {
        commands.add(command.toArray(String[]::new));
        command.clear();
      } else {
        command.add(word);
      }
    }
    commands.add(command.toArray(String[]::new));
    return commands;
  }
}
