package dev.dangol.command;

import dev.dangol.problem.BadSetting;
import org.apache.spark.sql.SparkSession;

/**
 * Access of Spark to packages of Java's own modules, which options of the virtual machine give.
 * Spark adds them itself, but not for a driver on a worker of its standalone master, where the
 * first day that reaches the driver would fail.
 */
final class ModuleAccess {
  /** The package without which Spark makes no days of its numbers. */
  private static final String DAYS = "sun.util.calendar";

  private ModuleAccess() {}

  /** Passes where Spark has it. */
  static void check() {
    if (!Object.class.getModule().isOpen(DAYS, SparkSession.class.getModule())) {
      throw new BadSetting(
          "Java was started without the options by which Spark reaches its package "
              + DAYS
              + ", as a driver on a worker of Spark's own master is. They are in"
              + " target/spark.modules: give spark-submit --conf"
              + " \"spark.driver.extraJavaOptions=$(paste -s -d ' ' target/spark.modules)\".");
    }
  }
}
