package dev.dangol.store.files;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalogUtils;

/**
 * File that was written and that no version of its table names yet.
 *
 * @param folder the table's folder
 * @param name the path below it, such as {@code as_of=2026-01-05/part-00000-….parquet}
 * @param size in bytes
 * @param time when it was written, in milliseconds since 1970
 */
public record WrittenFile(String folder, String name, long size, long time)
    implements Serializable {

  /** The values that the rows of the file share, by column, as its folders name them. */
  public Map<String, String> partitionValues() {
    Map<String, String> values = new HashMap<>();
    for (String part : name.split("/", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        String value = ExternalCatalogUtils.unescapePathName(part.substring(equals + 1));
        boolean missing = value.equals(ExternalCatalogUtils.DEFAULT_PARTITION_NAME());
        values.put(
            ExternalCatalogUtils.unescapePathName(part.substring(0, equals)),
            missing ? null : value);
      }
    }
    return values;
  }

  /** The path below the table's folder, in the letters of an address. */
  public String address() {
    return new Path(name).toUri().toString();
  }

  public FileStatus status() {
    return new FileStatus(size, false, 1, size, time, new Path(folder, name));
  }
}
