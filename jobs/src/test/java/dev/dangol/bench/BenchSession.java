package dev.dangol.bench;

import dev.dangol.store.SparkSessions;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Spark session of benches that run jobs, without a page of its own. */
final class BenchSession {
  private BenchSession() {}

  static SparkSession open() {
    return SparkSessions.settings(SparkSession.builder(), new SparkConf())
        .config("spark.ui.enabled", false)
        .config("spark.sql.shuffle.partitions", 2)
        .getOrCreate();
  }
}
