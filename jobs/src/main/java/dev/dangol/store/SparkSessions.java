package dev.dangol.store;

import dev.dangol.config.hocon.SecretKeys;
import dev.dangol.store.log.LocalDataFiles;
import dev.dangol.store.log.LogStores;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSessionBuilder;

/** Settings of every Spark session of Dangol, in production and in tests. */
public final class SparkSessions {
  private SparkSessions() {}

  /**
   * Switches Delta on, keeps commits of small tables cheap, and makes dates and casts mean one
   * thing, and hides secrets on Spark's own pages. Settings that depend on the machine are the
   * caller's.
   *
   * @param given what the user has set: a log store of their own stays
   */
  public static SparkSessionBuilder settings(SparkSessionBuilder builder, SparkConf given) {
    LogStores.settings(given).forEach(builder::config);
    LocalDataFiles.settings(given).forEach(builder::config);
    return builder
        .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
        .config(
            "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .config("spark.databricks.delta.snapshotPartitions", 1)
        .config("spark.databricks.delta.stats.collect", false)
        .config("spark.databricks.delta.allFilesInCrc.enabled", false)
        .config("spark.redaction.regex", SecretKeys.NAMES)
        .config("spark.redaction.string.regex", SecretKeys.PASSWORDS)
        .config("spark.sql.redaction.options.regex", "(?i)url")
        .config("spark.sql.redaction.string.regex", SecretKeys.PASSWORDS)
        // Spark writes the plan of every query anew at each of its stages, even if unread.
        .config("spark.sql.ui.explainMode", "simple")
        .config("spark.sql.ansi.enabled", true)
        .config("spark.sql.legacy.timeParserPolicy", "CORRECTED")
        // A run writes one day: its rows need no sorting by day to be written.
        .config("spark.sql.maxConcurrentOutputFileWriters", 4)
        .config("spark.sql.parquet.inferTimestampNTZ.enabled", false)
        .config("spark.sql.files.ignoreCorruptFiles", false)
        .config("spark.sql.files.ignoreMissingFiles", false);
  }
}
