package dev.dangol.testing;

import dev.dangol.store.SparkSessions;
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
    return SparkSessions.settings(SparkSession.builder(), new SparkConf())
        .master("local[2]")
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
}
