package dev.dangol.store.log;

import java.util.Map;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.spark.SparkConf;

/**
 * Local files of a Spark on this machine. They start no process, where Hadoop's would start one or
 * two for each file and folder that is made.
 */
public final class LocalDataFiles extends LocalFileSystem {
  private static final String SETTING = "spark.hadoop.fs.file.impl";

  /** Hadoop makes it so by reflection. */
  public LocalDataFiles() {
    super(new DirectFiles());
  }

  /**
   * The settings of a Spark session that use them. Spark opens its first file before it knows the
   * jar of an application, and an executor elsewhere does as well: there Hadoop's own stay.
   *
   * @param given what the user has set, which stays
   */
  public static Map<String, String> settings(SparkConf given) {
    return given.get("spark.master", "").matches("local(\\[.*])?")
            && !given.contains(SETTING)
            && isKnownToSpark()
        ? Map.of(SETTING, LocalDataFiles.class.getName())
        : Map.of();
  }

  private static boolean isKnownToSpark() {
    try {
      Class.forName(LocalDataFiles.class.getName(), false, SparkConf.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException unknown) {
      return false;
    }
  }
}
