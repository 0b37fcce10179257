package dev.dangol.testing;

import dev.dangol.store.SparkSessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands one Spark session to every test that asks for it. The session has two local threads, one
 * shuffle partition, no user interface, UTC, and Delta switched on. It is made once for the whole
 * test run. Expressions are interpreted and plans made once: on tables of a few rows, compiling
 * them and planning anew after every stage would take most of the time.
 */
public final class SparkExtension implements ParameterResolver {
  private static final String LOCAL = "local[2]";
  private static final SparkSession SESSION = start();

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return SESSION;
  }

  /** The session, for programs that are no tests. */
  public static SparkSession session() {
    return SESSION;
  }

  private static SparkSession start() {
    closeFiles();
    return SparkSessions.settings(
            SparkSession.builder().master(LOCAL), new SparkConf().setMaster(LOCAL))
        .appName("dangol-tests")
        .config("spark.ui.enabled", false)
        .config("spark.sql.codegen.wholeStage", false)
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        .config("spark.sql.adaptive.enabled", false)
        .config("spark.sql.shuffle.partitions", 1)
        .config("spark.default.parallelism", 2)
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.warehouse.dir", "target/spark-warehouse")
        .getOrCreate();
  }

  /** Hadoop keeps the first local file system that was asked for: one of a test without Spark. */
  private static void closeFiles() {
    try {
      FileSystem.closeAll();
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }
}
