package dev.dangol.job.evidence;

import dev.dangol.job.JobContext;
import dev.dangol.job.ParallelTasks;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Writes the tables that weigh customers, campaigns, profiles and costs by the day's others. */
public final class EvidenceTables {
  private EvidenceTables() {}

  /** Runs once all tables of customers are written; returns why measures could not be computed. */
  public static Map<String, String> write(JobContext day) {
    Map<String, String> reasons = new ConcurrentSkipListMap<>();
    ParallelTasks.all(
        () -> reasons.putAll(CustomerValueTables.write(day)),
        () -> reasons.putAll(ComparedTables.write(day)),
        () -> reasons.putAll(TacticTables.write(day)));
    return reasons;
  }
}
