package dev.dangol.testing;

import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;

/** Effort that Spark makes for some work: its jobs, and its executions of SQL. */
public final class SparkEffort extends SparkListener {
  private static final long LONGEST_WAIT_MILLIS = 60_000;

  private final AtomicInteger jobs = new AtomicInteger();
  private final AtomicInteger executions = new AtomicInteger();

  private SparkEffort() {}

  /** Does the work, and counts what Spark does for it. */
  public static SparkEffort of(SparkContext spark, Runnable work) {
    SparkEffort effort = new SparkEffort();
    spark.addSparkListener(effort);
    try {
      work.run();
      spark.listenerBus().waitUntilEmpty(LONGEST_WAIT_MILLIS);
    } catch (TimeoutException busy) {
      throw new IllegalStateException("Spark's events did not arrive.", busy);
    } finally {
      spark.removeSparkListener(effort);
    }
    return effort;
  }

  public int jobs() {
    return jobs.get();
  }

  public int executions() {
    return executions.get();
  }

  @Override
  public void onJobStart(SparkListenerJobStart start) {
    jobs.incrementAndGet();
  }

  @Override
  public void onOtherEvent(SparkListenerEvent event) {
    if (event instanceof SparkListenerSQLExecutionStart) {
      executions.incrementAndGet();
    }
  }
}
