package dev.dangol.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.testing.CrashingFiles;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestDay;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies at any of the file operations of a write leaves the table old or new. */
@ExtendWith(SparkExtension.class)
class CrashTest {
  private static final AsOf MONDAY = TestDay.of("2026-01-05");
  private static final AsOf TUESDAY = TestDay.of("2026-01-06");
  private static final Table VISITORS =
      new Table(
          "visitors",
          "A visitor of the day.",
          List.of(SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID),
          List.of(
              SharedColumns.AS_OF,
              SharedColumns.CUSTOMER_ID,
              Field.count("visits", "The visitor's count, in visits.")));

  @TempDir private Path folder;

  @Test
  void a_write_that_dies_at_any_operation_leaves_the_old_rows_or_the_new(SparkSession spark) {
    long operations = Long.MAX_VALUE;
    for (long last = 0; last < operations; last++) {
      String warehouse = folder + "/write-" + last;
      Lake lake = new Lake(spark, warehouse);
      lake.replaceDay(VISITORS, TableCommitsTest.computed(spark, MONDAY, 2), MONDAY);
      lake.replaceDay(VISITORS, TableCommitsTest.computed(spark, TUESDAY, 1), TUESDAY);

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
    lake.replaceDay(VISITORS, TableCommitsTest.computed(spark, MONDAY, 5), MONDAY);
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
