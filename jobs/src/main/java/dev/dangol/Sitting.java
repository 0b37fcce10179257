package dev.dangol;

import dev.dangol.config.Settings;
import dev.dangol.store.Lake;
import dev.dangol.store.Sessions;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** One Spark session and the warehouse it works on; closing it ends the session. */
final class Sitting implements AutoCloseable {
  private final SparkSession spark;
  private final Lake lake;

  private Sitting(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /** Starts Spark as the settings ask; on this machine where spark-submit names no other master. */
  static Sitting open(Settings settings) {
    SparkConf conf = new SparkConf().setIfMissing("spark.master", "local[*]");
    conf.setIfMissing("spark.app.name", "dangol");
    if (conf.get("spark.master").startsWith("local")) {
      int cores = Runtime.getRuntime().availableProcessors();
      conf.setIfMissing("spark.ui.enabled", "false");
      conf.setIfMissing("spark.sql.shuffle.partitions", String.valueOf(cores));
    }
    conf.set("spark.sql.session.timeZone", settings.timeZone().getId());
    SparkSession spark = Sessions.settings(SparkSession.builder().config(conf)).getOrCreate();
    return new Sitting(spark, new Lake(spark, settings.warehouse().path()));
  }

  SparkSession spark() {
    return spark;
  }

  Lake lake() {
    return lake;
  }

  @Override
  public void close() {
    spark.stop();
  }
}
