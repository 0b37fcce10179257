package dev.dangol.store;

import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** Runs work in a given Spark session, for libraries that take the active one. */
public final class ActiveSession {
  private ActiveSession() {}

  public static <T> T in(SparkSession session, Supplier<T> work) {
    var before = SparkSession.getActiveSession();
    SparkSession.setActiveSession(session);
    try {
      return work.get();
    } finally {
      if (before.isDefined()) {
        SparkSession.setActiveSession(before.get());
      } else {
        SparkSession.clearActiveSession();
      }
    }
  }
}
