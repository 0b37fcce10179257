package dev.dangol.store;

import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** Does something in a session where a library takes the active one instead of asking for it. */
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
