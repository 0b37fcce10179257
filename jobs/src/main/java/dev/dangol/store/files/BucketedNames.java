package dev.dangol.store.files;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of files that hold rows of one bucket of a table. They end as {@code
 * -of16_00003.c000.snappy.parquet} does: Spark's own number of the bucket, after how many there
 * are.
 */
public final class BucketedNames {
  private static final Pattern SHAPE = Pattern.compile(".*-of(\\d{1,6})_(\\d{5,6})\\.[^_]*");

  private BucketedNames() {}

  /** The part of a file's name that says how many buckets there are. */
  static String mark(int buckets) {
    return "-of" + buckets;
  }

  /** True for a file that holds rows of one of so many buckets. */
  public static boolean isOneOf(int buckets, String name) {
    Matcher shape = SHAPE.matcher(name);
    return shape.matches()
        && Integer.parseInt(shape.group(1)) == buckets
        && Integer.parseInt(shape.group(2)) < buckets;
  }
}
