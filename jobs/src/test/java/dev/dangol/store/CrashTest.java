package dev.dangol.store;

import static dev.dangol.store.VisitorRows.MONDAY;
import static dev.dangol.store.VisitorRows.TUESDAY;
import static dev.dangol.store.VisitorRows.computed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.Table;
import dev.dangol.testing.CrashingFiles;
import dev.dangol.testing.SparkExtension;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies at any of the file operations of a write leaves the table old or new. */
@ExtendWith(SparkExtension.class)
class CrashTest {
  private static final Table VISITORS = VisitorRows.TABLE;

  @TempDir private Path folder;

  @Test
  void a_write_that_dies_at_any_operation_leaves_the_old_rows_or_the_new(SparkSession spark) {
    long operations = Long.MAX_VALUE;
    for (long last = 0; last < operations; last++) {
      String warehouse = folder + "/write-" + last;
      Lake lake = new Lake(spark, warehouse);
      lake.replaceDay(VISITORS, computed(spark, MONDAY, 2), MONDAY);
      lake.replaceDay(VISITORS, computed(spark, TUESDAY, 1), TUESDAY);

      boolean died = dies(spark, warehouse, last);

      Lake after = new Lake(spark, warehouse);
      assertThat(after.read(VISITORS).count()).as("after " + last).isIn(3L, 6L);
      write(spark, after);
      assertThat(after.read(VISITORS).count()).as("again after " + last).isEqualTo(6);
      operations = died ? operations : last;
    }
    assertThat(operations).isBetween(5L, 60L);
  }

  @Test
  void a_creation_that_dies_at_any_operation_can_be_repeated(SparkSession spark) {
    long operations = Long.MAX_VALUE;
    for (long last = 0; last < operations; last++) {
      String warehouse = folder + "/creation-" + last;

      boolean died = dies(spark, warehouse, last);

      Lake after = new Lake(spark, warehouse);
      assertThat(after.read(VISITORS).count()).as("after " + last).isIn(0L, 5L);
      write(spark, after);
      assertThat(after.read(VISITORS).count()).as("again after " + last).isEqualTo(5);
      operations = died ? operations : last;
    }
    assertThat(operations).isBetween(8L, 60L);
  }

  private static void write(SparkSession spark, Lake lake) {
    lake.replaceDay(VISITORS, computed(spark, MONDAY, 5), MONDAY);
  }

  /** True where the process died, since the write takes more operations. */
  private static boolean dies(SparkSession spark, String warehouse, long operations) {
    SparkSession mortal = CrashingFiles.session(spark, operations);
    try {
      write(mortal, new Lake(mortal, warehouse));
      return false;
    } catch (Exception death) { // Spark's own are checked, and thrown undeclared
      return CrashingFiles.isDead();
    }
  }
}
