package dev.dangol.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.problem.BrokenSource;
import dev.dangol.problem.EnvironmentFailure;
import java.io.IOException;
import java.util.Map;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

/** Failures of Spark are told as faults of what failed. */
class SparkFailuresTest {
  private static final String WHERE = "sources.purchases (shop.conf: 4)";

  @Test
  void a_full_disk_is_no_fault_of_the_source() {
    Throwable failure = failure("TASK_WRITE_FAILED", new IOException("No space left on device"));

    assertThat(SparkFailures.problem(WHERE, new IllegalStateException(failure)))
        .containsInstanceOf(EnvironmentFailure.class)
        .get()
        .extracting(Throwable::getMessage)
        .isEqualTo(
            "Files could not be written to file:/shop/orders.parquet: No space left on device."
                + " Nothing was published; see to its space and rights, and run again.");
  }

  @Test
  void a_file_that_cannot_be_read_while_another_is_written_is_the_sources() {
    Throwable failure =
        failure("TASK_WRITE_FAILED", failure("FAILED_READ_FILE.NO_HINT", new IOException("torn")));

    assertThat(SparkFailures.problem(WHERE, failure))
        .containsInstanceOf(BrokenSource.class)
        .get()
        .extracting(Throwable::getMessage)
        .asString()
        .startsWith(WHERE + ": the file file:/shop/orders.parquet cannot be read");
  }

  @Test
  void only_a_class_that_spark_looks_for_as_a_driver_is_one() {
    ClassNotFoundException missing = new ClassNotFoundException("org.example.Missing");
    assertThat(SparkFailures.problem("The data", missing)).isEmpty();

    missing.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement(
              "org.apache.spark.sql.execution.datasources.jdbc.DriverRegistry$",
              "register",
              "DriverRegistry.scala",
              58)
        });
    assertThat(SparkFailures.problem(WHERE, missing))
        .get()
        .extracting(Throwable::getMessage)
        .asString()
        .startsWith(WHERE + ": no driver for its database is on the class path.");
  }

  private static SparkException failure(String condition, Throwable cause) {
    Map<String, String> parameters = Map.of("path", "file:/shop/orders.parquet");
    return new SparkException(
        condition,
        scala.collection.immutable.Map.from(CollectionConverters.asScala(parameters)),
        cause);
  }
}
