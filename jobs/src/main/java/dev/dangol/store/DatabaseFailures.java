package dev.dangol.store;

import dev.dangol.problem.BadSetting;
import dev.dangol.problem.EnvironmentFailure;
import dev.dangol.problem.MissingInput;
import dev.dangol.problem.Problem;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Explains a database's failures by their SQL state. A driver's own words are not repeated and its
 * exception is not passed on: both may hold the address with a user and a password in it.
 */
final class DatabaseFailures {
  private DatabaseFailures() {}

  static Optional<Problem> problem(String where, Throwable cause) {
    if (cause instanceof ClassNotFoundException && isOfDriver(cause)) {
      return Optional.of(noDriver(where));
    }
    return cause instanceof SQLException refusal
        ? Optional.of(problemOf(where, refusal))
        : Optional.empty();
  }

  /** True where Spark looked for a driver; a class may be missing for many other reasons. */
  private static boolean isOfDriver(Throwable missing) {
    return Arrays.stream(missing.getStackTrace())
        .anyMatch(frame -> frame.getClassName().contains(".jdbc."));
  }

  private static Problem problemOf(String where, SQLException refusal) {
    String state = String.valueOf(refusal.getSQLState());
    if (String.valueOf(refusal.getMessage()).startsWith("No suitable driver")) {
      return noDriver(where);
    }
    if (state.startsWith("28")) {
      return new BadSetting(
          where
              + ": the database refuses the user or the password. Check options.user and"
              + " options.password, best taken from the environment as in ${?DB_PASSWORD}.");
    }
    if (state.startsWith("08") || state.startsWith("3D") || state.startsWith("57P")) {
      return new MissingInput(
          where
              + ": the database cannot be reached. Check options.url, or run again once it is"
              + " there.");
    }
    if (state.equals("42P01") || state.equals("42S02")) {
      return new MissingInput(
          where + ": the database has no such table. Check options.dbtable or options.query.");
    }
    if (state.startsWith("42")) {
      return new BadSetting(
          where
              + ": the database refuses the query (SQL state "
              + state
              + "). Check options.dbtable or options.query, and what the user may read.");
    }
    return new EnvironmentFailure(
        where + ": the database failed while it was read (SQL state " + state + "). Run again.");
  }

  private static Problem noDriver(String where) {
    return new BadSetting(
        where
            + ": no driver for its database is on the class path. Add the driver's jar, and check"
            + " options.url and options.driver.");
  }
}
