package dev.dangol.store;

import dev.dangol.config.Secrets;
import dev.dangol.problem.BadSetting;
import dev.dangol.problem.BrokenSource;
import dev.dangol.problem.MissingInput;
import dev.dangol.problem.Problem;
import java.io.EOFException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;

/**
 * Tells what Spark's failures mean to a person: a wrong setting, a missing input, a broken file.
 */
public final class SparkFailures {
  private SparkFailures() {}

  /**
   * Does something with Spark, and turns a failure that a person can act on into a sentence.
   *
   * @param where what was being read, as a sentence begins: {@code sources.purchases (my.conf: 12)}
   */
  public static <T> T explaining(String where, Callable<T> work) {
    try {
      return work.call();
    } catch (Exception failure) { // Spark throws checked exceptions that it does not declare.
      throw problem(where, failure)
          .orElseThrow(
              () -> new IllegalStateException(where + " failed: " + innermost(failure), failure));
    }
  }

  private static String innermost(Throwable failure) {
    return causes(failure).reduce((outer, inner) -> inner).map(SparkFailures::firstLine).orElse("");
  }

  /** The problem behind a failure; empty where it is none that a person can act on. */
  public static Optional<Problem> problem(String where, Throwable failure) {
    return causes(failure).map(cause -> known(where, cause)).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Problem> known(String where, Throwable cause) {
    if (cause instanceof Problem problem) {
      return Optional.of(problem);
    }
    if (cause instanceof EOFException || cause instanceof ZipException) {
      return Optional.of(broken(where, "a compressed file ends too early or is damaged", cause));
    }
    String condition =
        cause instanceof SparkThrowable spark && spark.getCondition() != null
            ? spark.getCondition()
            : "";
    if (condition.startsWith("FAILED_READ_FILE") || condition.startsWith("CANNOT_READ_FILE")) {
      return Optional.of(broken(where, "the file " + file(cause) + " cannot be read", cause));
    }
    if (condition.startsWith("MALFORMED_RECORD") || condition.contains("PARQUET")) {
      return Optional.of(broken(where, firstLine(cause), cause));
    }
    if (condition.equals("DATA_SOURCE_NOT_FOUND")) {
      return Optional.of(unknownFormat(where, cause));
    }
    if (cause instanceof SparkThrowable spark && isOfValues(spark)) {
      return Optional.of(new BadSetting(where + ": " + firstLine(cause), cause));
    }
    boolean analysed = cause instanceof AnalysisException || condition.equals("CATALOG_NOT_FOUND");
    return analysed ? Optional.of(analysed(where, condition, cause)) : Optional.empty();
  }

  private static Problem analysed(String where, String condition, Throwable cause) {
    return switch (condition) {
      case "PATH_NOT_FOUND", "DELTA_TABLE_NOT_FOUND", "DELTA_MISSING_DELTA_TABLE" ->
          new MissingInput(
              where + ": " + firstLine(cause) + " Check the path, or run again once it is there.",
              cause);
      case "UNABLE_TO_INFER_SCHEMA" ->
          new MissingInput(where + ": there is no data at its path yet. Check the path.", cause);
      default -> new BadSetting(where + ": " + firstLine(cause), cause);
    };
  }

  /** True where a configured expression or a query meets a value that it cannot work with. */
  private static boolean isOfValues(SparkThrowable spark) {
    return String.valueOf(spark.getSqlState()).startsWith("22");
  }

  private static Problem unknownFormat(String where, Throwable cause) {
    return new BadSetting(
        where
            + ": "
            + firstLine(cause)
            + " Use csv, json, parquet, orc or delta, or put the reader's jar on the class path.",
        cause);
  }

  private static Problem broken(String where, String what, Throwable cause) {
    return new BrokenSource(
        where + ": " + what + ". Nothing was published; replace the file and run again.", cause);
  }

  private static String file(Throwable cause) {
    return cause instanceof SparkThrowable spark
        ? spark.getMessageParameters().getOrDefault("path", "behind it")
        : "behind it";
  }

  /** Spark's message without its error class and plan, and without passwords. */
  private static String firstLine(Throwable cause) {
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return Secrets.masked(
        message.replaceFirst("^\\[[A-Z0-9_.]+\\] ", "").replaceFirst(" SQLSTATE: .*$", ""));
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
