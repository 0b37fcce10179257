package dev.dangol.store.log;

import dev.dangol.problem.EnvironmentFailure;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.defaults.internal.logstore.LogStoreProvider;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;

/**
 * Log stores by the scheme of a path: the classes that write the log of Delta tables. On S3 it is
 * {@link ConditionalLogStore} unless the user has set another; elsewhere it is Delta's own, over
 * {@link LocalCommitFiles} on a local disk. Delta and Delta Kernel each have settings for it, which
 * must name the same.
 */
public final class LogStores {
  private static final List<String> SCHEMES = List.of("s3a", "s3");
  private static final String OURS = ConditionalLogStore.class.getName();
  private static final String OF_ALL_SCHEMES = "spark.delta.logStore.class";
  private static final String HADOOP = "spark.hadoop.";

  private LogStores() {}

  /**
   * The settings of a Spark session that make Delta and Delta Kernel commit alike.
   *
   * @param given what the user has set, which stays
   */
  public static Map<String, String> settings(SparkConf given) {
    Map<String, String> settings = new TreeMap<>();
    for (String scheme : SCHEMES) {
      String chosen = given.get(ofDelta(scheme), given.get(OF_ALL_SCHEMES, OURS));
      if (!given.contains(OF_ALL_SCHEMES)) {
        settings.put(ofDelta(scheme), chosen);
      }
      settings.put(ofKernel(scheme), given.get(HADOOP + ofKernel(scheme), chosen));
    }
    String local = HADOOP + LocalCommitFiles.SETTING;
    settings.put(local, given.get(local, LocalCommitFiles.class.getName()));
    return settings;
  }

  /**
   * Makes an engine of Delta Kernel that is created with this configuration commit as Delta does.
   *
   * @param conf a configuration of a Spark session, or of none
   * @return the same configuration
   */
  public static Configuration configure(Configuration conf) {
    for (String scheme : SCHEMES) {
      String chosen = conf.get(ofDelta(scheme), conf.get(OF_ALL_SCHEMES, OURS));
      conf.setIfUnset(ofKernel(scheme), chosen);
    }
    return conf;
  }

  /** The class that writes the log of tables below a path. */
  public static String name(Configuration conf, Path path) {
    String scheme = scheme(path);
    Configuration used = configure(new Configuration(conf));
    return SCHEMES.contains(scheme)
        ? used.get(ofKernel(scheme))
        : LogStoreProvider.getLogStore(used, scheme).getClass().getName();
  }

  /**
   * Makes sure that tables below a path are written by a log store that loses no commit.
   *
   * @throws EnvironmentFailure where Spark was started without one, or Kernel cannot find it
   */
  public static void require(Configuration conf, Path path) {
    String scheme = scheme(path);
    if (!SCHEMES.contains(scheme)) {
      return;
    }
    requireVisible(configure(new Configuration(conf)).get(ofKernel(scheme)));
    SparkEnv running = SparkEnv.get();
    if (running != null
        && !running.conf().contains(ofDelta(scheme))
        && !running.conf().contains(OF_ALL_SCHEMES)) {
      throw new EnvironmentFailure(
          "Spark runs already, and its log store for "
              + scheme
              + " loses commits of other processes. Start Spark with --conf "
              + ofDelta(scheme)
              + "="
              + OURS
              + ".");
    }
  }

  /** Delta Kernel looks for a log store only where it was loaded from itself. */
  private static void requireVisible(String store) {
    try {
      Class.forName(store, false, DefaultEngine.class.getClassLoader());
    } catch (ClassNotFoundException unseen) {
      throw new EnvironmentFailure(
          "Delta Kernel, which is part of this Spark installation, cannot find the log store "
              + store
              + ". Add --driver-class-path with the path of dangol.jar to spark-submit.",
          unseen);
    }
  }

  private static String scheme(Path path) {
    return Objects.requireNonNullElse(path.toUri().getScheme(), "file");
  }

  private static String ofDelta(String scheme) {
    return "spark.delta.logStore." + scheme + ".impl";
  }

  private static String ofKernel(String scheme) {
    return "io.delta.kernel.logStore." + scheme + ".impl";
  }
}
