package dev.dangol.store;

import dev.dangol.config.hocon.SecretKeys;
import dev.dangol.problem.BadSetting;
import dev.dangol.problem.BrokenSource;
import dev.dangol.problem.EnvironmentFailure;
import dev.dangol.problem.MissingInput;
import dev.dangol.problem.Problem;
import dev.dangol.table.sources.CustomerContacts;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;

/** Explains Spark's failures to a person: a wrong setting, a missing input, a broken file. */
public final class SparkFailures {
  private static final String UNREADABLE = "Could not read file: ";
  private static final String NOT_WRITTEN = "TASK_WRITE_FAILED";
  private static final Set<String> NO_DATA =
      Set.of("PATH_NOT_FOUND", "DELTA_TABLE_NOT_FOUND", "DELTA_MISSING_DELTA_TABLE");
  private static final List<String> OF_FILES =
      List.of("FAILED_READ_FILE", "CANNOT_READ_FILE", "CANNOT_MERGE", "MALFORMED_RECORD");

  private SparkFailures() {}

  /**
   * Runs work with Spark, and turns a failure that a person can act on into a sentence.
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
    return causes(failure)
        .map(cause -> problemOf(where, cause).or(() -> DatabaseFailures.problem(where, cause)))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> ofOwnFiles(failure));
  }

  /** The failure of a task that could read its source, and not write our own files. */
  private static Optional<Problem> ofOwnFiles(Throwable failure) {
    Throwable last = causes(failure).reduce((outer, inner) -> inner).orElse(failure);
    return causes(failure)
        .filter(cause -> last instanceof IOException && condition(cause).equals(NOT_WRITTEN))
        .map(cause -> notWritten(file(cause), last))
        .findFirst();
  }

  private static Problem notWritten(String folder, Throwable cause) {
    return new EnvironmentFailure(
        "Files could not be written to "
            + folder
            + ": "
            + firstLine(cause)
            + ". Nothing was published; see to its space and rights, and run again.",
        cause);
  }

  private static Optional<Problem> problemOf(String where, Throwable cause) {
    if (cause instanceof Problem problem) {
      return Optional.of(problem);
    }
    String condition = condition(cause);
    if (cause instanceof FileNotFoundException || condition.endsWith("FILE_NOT_EXIST")) {
      return Optional.of(gone(where, cause));
    }
    if (OF_FILES.stream().anyMatch(condition::startsWith) || condition.contains("PARQUET")) {
      return Optional.of(ofFile(where, condition, cause));
    }
    String unreadable = String.valueOf(cause.getMessage());
    if (unreadable.startsWith(UNREADABLE)) {
      String file = unreadable.substring(UNREADABLE.length());
      return Optional.of(broken(where, "the file " + file + " cannot be read", cause));
    }
    if (cause instanceof EOFException || cause instanceof ZipException) {
      return Optional.of(broken(where, "a compressed file ends too early or is damaged", cause));
    }
    return settingProblem(where, condition, cause);
  }

  private static Optional<Problem> settingProblem(String where, String condition, Throwable cause) {
    if (cause instanceof UnsupportedCharsetException
        || cause instanceof IllegalCharsetNameException) {
      String text =
          ": the option encoding is " + cause.getMessage() + ", which Java does not know.";
      return Optional.of(new BadSetting(where + text, cause));
    }
    if (condition.equals("DATA_SOURCE_NOT_FOUND")) {
      return Optional.of(unknownFormat(where, cause));
    }
    if (cause instanceof SparkThrowable spark && isOfValues(spark)) {
      return Optional.of(new BadSetting(where + ": " + firstLine(cause), cause));
    }
    boolean analysed = cause instanceof AnalysisException || condition.equals("CATALOG_NOT_FOUND");
    return analysed ? Optional.of(analysisProblem(where, condition, cause)) : Optional.empty();
  }

  private static String condition(Throwable cause) {
    return cause instanceof SparkThrowable spark && spark.getCondition() != null
        ? spark.getCondition()
        : "";
  }

  private static Problem ofFile(String where, String condition, Throwable cause) {
    if (condition.startsWith("CANNOT_MERGE")) {
      return broken(where, "its files do not agree on a column's type: " + firstLine(cause), cause);
    }
    return condition.startsWith("MALFORMED_RECORD")
        ? broken(where, firstLine(cause), cause)
        : broken(where, "the file " + file(cause) + " cannot be read", cause);
  }

  private static Problem analysisProblem(String where, String condition, Throwable cause) {
    if (NO_DATA.contains(condition)) {
      return new MissingInput(
          where + ": " + firstLine(cause) + " Check the path, or run again once it is there.",
          cause);
    }
    return switch (condition) {
      case "UNABLE_TO_INFER_SCHEMA" ->
          new MissingInput(where + ": there is no data at its path yet. Check the path.", cause);
      case "TABLE_OR_VIEW_NOT_FOUND" ->
          new BadSetting(where + ": there is no table " + relation(cause) + ".", cause);
      case "COLUMN_ALREADY_EXISTS" ->
          broken(where, "two columns differ in nothing but case: " + firstLine(cause), cause);
      default -> new BadSetting(where + ": " + firstLine(cause), cause);
    };
  }

  private static String relation(Throwable cause) {
    String name =
        cause instanceof SparkThrowable spark
            ? spark.getMessageParameters().getOrDefault("relationName", "of that name")
            : "of that name";
    return name.replace("`", "");
  }

  private static Problem gone(String where, Throwable cause) {
    return new MissingInput(
        where
            + ": the file "
            + file(cause)
            + " has gone while it was read. Run again once the files stand still.",
        cause);
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
            + " Use csv, json, parquet, orc, avro, delta or jdbc, or put the reader's jar on the"
            + " class path.",
        cause);
  }

  private static Problem broken(String where, String what, Throwable cause) {
    return new BrokenSource(
        where
            + ": "
            + what.replaceFirst("\\.$", "")
            + ". Nothing was published; replace the file and run again.",
        cause);
  }

  private static String file(Throwable cause) {
    return cause instanceof SparkThrowable spark
        ? spark.getMessageParameters().getOrDefault("path", "behind it")
        : "behind it";
  }

  /** Spark's message without its error class and plan, passwords, e-mail addresses and rows. */
  static String firstLine(Throwable cause) {
    String message =
        withoutRow(cause).lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    return CustomerContacts.withoutAddresses(
        SecretKeys.mask(
            message.replaceFirst("^\\[[A-Z0-9_.]+\\] ", "").replaceFirst(" SQLSTATE: .*$", "")));
  }

  private static String withoutRow(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    String row =
        cause instanceof SparkThrowable spark
            ? spark.getMessageParameters().getOrDefault("badRecord", "")
            : "";
    return row.isEmpty() ? message : message.replace(row, CustomerContacts.HIDDEN);
  }

  static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
