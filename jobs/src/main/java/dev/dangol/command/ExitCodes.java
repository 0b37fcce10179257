package dev.dangol.command;

import dev.dangol.config.hocon.SecretKeys;
import dev.dangol.problem.Problem;
import dev.dangol.store.SparkFailures;
import dev.dangol.table.sources.CustomerContacts;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import picocli.CommandLine;

/** Turns failures into one plain sentence and an exit code; --verbose adds the stack trace. */
public final class ExitCodes implements CommandLine.IExecutionExceptionHandler {
  /** Done, or nothing to do. */
  public static final int DONE = 0;

  /** Unexpected failure. */
  static final int UNEXPECTED = 1;

  /** Wrong usage or configuration. */
  static final int WRONG_USAGE = 2;

  private final PrintStream out;

  public ExitCodes(PrintStream out) {
    this.out = out;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
    if (command.getParseResult().hasMatchedOption("--verbose")) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace, true));
      out.print(SecretKeys.mask(trace.toString()));
    }
    out.println(sentence(failure));
    return of(failure);
  }

  /** The exit code of a process that ends with this failure. */
  static int of(Throwable failure) {
    return failure instanceof Exception known
        ? problem(known).map(Problem::exitCode).orElse(UNEXPECTED)
        : UNEXPECTED;
  }

  /** The failure in a sentence for a person, without passwords. */
  static String sentence(Exception failure) {
    return SecretKeys.mask(
        problem(failure).map(Throwable::getMessage).orElseGet(() -> describeUnexpected(failure)));
  }

  private static Optional<Problem> problem(Exception failure) {
    return SparkFailures.problem("The data", failure);
  }

  private static String describeUnexpected(Exception failure) {
    String log = System.getProperty("dangol.log");
    return "Unexpected failure: "
        + CustomerContacts.withoutAddresses(SecretKeys.mask(failure.toString()))
        + ". Run again with --verbose for the stack trace"
        + (log == null ? "." : "; Spark's log is " + log + ".");
  }
}
