package dev.dangol.command;

import dev.dangol.config.Settings;
import dev.dangol.store.Lake;
import dev.dangol.store.SparkSessions;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.OptionConverters;

/**
 * One Spark session and the warehouse it works on. Where Spark runs already, as in a notebook, it
 * is a guest: it has a session of its own, and closing it leaves Spark running.
 */
final class WarehouseSession implements AutoCloseable {
  private final SparkSession spark;
  private final Lake lake;
  private final Optional<SparkSession> host;

  private WarehouseSession(SparkSession spark, Lake lake, Optional<SparkSession> host) {
    this.spark = spark;
    this.lake = lake;
    this.host = host;
  }

  /** Starts Spark as the settings ask; on this machine where spark-submit names no other master. */
  static WarehouseSession open(Settings settings) {
    ModuleAccess.check();
    Optional<SparkSession> host = OptionConverters.toJava(SparkSession.getDefaultSession());
    // getOrCreate changes the settings of the active session: a guest brings its own.
    host.ifPresent(running -> SparkSession.setActiveSession(running.newSession()));
    SparkConf conf = host.isPresent() ? new SparkConf() : ofThisMachine();
    conf.set("spark.sql.session.timeZone", settings.timeZone().getId());
    SparkConf given = host.map(running -> running.sparkContext().getConf()).orElse(conf);
    // Spark would find this very builder by Scala's reflection, which takes part of a second.
    var builder = org.apache.spark.sql.classic.SparkSession.builder().config(conf);
    SparkSession spark = SparkSessions.settings(builder, given).getOrCreate();
    return new WarehouseSession(spark, new Lake(spark, settings.warehouse().path()), host);
  }

  private static SparkConf ofThisMachine() {
    SparkConf conf = new SparkConf().setIfMissing("spark.master", "local[*]");
    conf.setIfMissing("spark.app.name", "dangol");
    if (conf.get("spark.master").startsWith("local")) {
      int cores = Runtime.getRuntime().availableProcessors();
      conf.setIfMissing("spark.ui.enabled", "false");
      conf.setIfMissing("spark.sql.shuffle.partitions", String.valueOf(cores));
      // Parts of large tables must fit into memory; Spark puts those of small ones together again.
      conf.setIfMissing(
          "spark.sql.adaptive.coalescePartitions.initialPartitionNum", String.valueOf(16 * cores));
    }
    return conf;
  }

  SparkSession spark() {
    return spark;
  }

  Lake lake() {
    return lake;
  }

  @Override
  public void close() {
    host.ifPresentOrElse(SparkSession::setActiveSession, spark::stop);
  }
}
