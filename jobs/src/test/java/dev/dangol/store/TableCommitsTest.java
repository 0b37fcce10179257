package dev.dangol.store;

import static dev.dangol.store.VisitorRows.MONDAY;
import static dev.dangol.store.VisitorRows.TUESDAY;
import static dev.dangol.store.VisitorRows.VISITS;
import static dev.dangol.store.VisitorRows.computed;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dangol.problem.EnvironmentFailure;
import dev.dangol.problem.WarehouseBusy;
import dev.dangol.store.files.DataFileWriter;
import dev.dangol.table.Table;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import io.delta.storage.LocalLogStore;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class TableCommitsTest {
  private static final Table VISITORS = VisitorRows.TABLE;

  @TempDir private Path folder;

  @Test
  void delta_reads_every_version_as_dangol_does_and_can_write_on_top(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    lake.journal().begin(new RunInfo("run-7", "hash", 1, "0.1"), "features");
    lake.replaceDay(VISITORS, computed(spark, MONDAY, 3), MONDAY);
    lake.replaceDay(VISITORS, computed(spark, TUESDAY, 2), TUESDAY);
    lake.replaceDay(VISITORS, lake.none(VISITORS), MONDAY);
    lake.append(VISITORS, computed(spark, MONDAY, 1).union(computed(spark, TUESDAY, 1)));
    lake.delete(VISITORS, VISITS.col().equalTo(1));
    lake.replaceDay(VISITORS, computed(spark, MONDAY, 4), MONDAY);
    lake.restore(VISITORS, 2);
    lake.replaceAll(VISITORS, computed(spark, TUESDAY, 5));

    assertThat(lake.version(VISITORS)).hasValue(8);
    for (long version = 0; version <= 8; version++) {
      Dataset<Row> byDelta =
          spark.read().format("delta").option("versionAsOf", version).load(lake.path(VISITORS));
      TableAssert.assertThat(lake.readVersion(VISITORS, version)).isEqualTo(byDelta);
      assertThat(byDelta.schema().json()).isEqualTo(VISITORS.schema().json());
    }
    assertThat(lake.readVersion(VISITORS, 2).count()).isEqualTo(5);
    assertThat(lake.readVersion(VISITORS, 3).count()).isEqualTo(2);
    assertThat(lake.read(VISITORS).count()).isEqualTo(5);
    DeltaTable table = DeltaTable.forPath(spark, lake.path(VISITORS));
    assertThat(table.detail().select("description", "minReaderVersion", "minWriterVersion").head())
        .hasToString("[A visitor of the day.,1,2]");
    assertThat(table.history(1).select("engineInfo").head().getString(0))
        .contains("Dangol/0.1 run=run-7 job=features rows=5 write=");
  }

  @Test
  void nothing_is_committed_where_nothing_comes_and_nothing_goes(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    lake.replaceDay(VISITORS, computed(spark, MONDAY, 1), MONDAY);

    lake.replaceDay(VISITORS, computed(spark, TUESDAY, 0), TUESDAY);

    assertThat(lake.version(VISITORS)).hasValue(1);
  }

  @Test
  void a_row_that_lacks_a_required_cell_or_is_of_another_day_changes_nothing(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    lake.replaceDay(VISITORS, computed(spark, MONDAY, 1), MONDAY);
    Dataset<Row> incomplete =
        computed(spark, MONDAY, 2)
            .withColumn("customer_id", lit(null).cast("string"))
            .select("as_of", "customer_id", "visits");

    assertThatThrownBy(() -> lake.replaceDay(VISITORS, incomplete, MONDAY))
        .hasStackTraceContaining(
            "A row for visitors has no customer_id, which every row must have.");
    assertThatThrownBy(() -> lake.replaceDay(VISITORS, computed(spark, MONDAY, 1), TUESDAY))
        .hasMessageContaining("are not of the slice of visitors");

    assertThat(lake.version(VISITORS)).hasValue(1);
  }

  @Test
  void a_commit_follows_a_quicker_one_of_another_day_and_yields_to_one_of_the_same(
      SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    lake.replaceDay(VISITORS, computed(spark, MONDAY, 1), MONDAY);
    TableVersions versions = new TableVersions(spark);
    TableCommits commits = new TableCommits(lake.root(), versions);
    TableVersion before = versions.version(lake.path(VISITORS), 1);
    TableChange ours = change(before, computed(spark, TUESDAY, 2));

    lake.append(VISITORS, computed(spark, MONDAY, 1));
    assertThat(commits.commit(VISITORS, before, ours).number()).isEqualTo(3);
    assertThat(lake.readDay(VISITORS, TUESDAY).count()).isEqualTo(2);
    assertThat(lake.read(VISITORS).count()).isEqualTo(4);

    TableVersion third = versions.version(lake.path(VISITORS), 3);
    lake.replaceDay(VISITORS, computed(spark, TUESDAY, 7), TUESDAY);
    assertThatThrownBy(
            () -> commits.commit(VISITORS, third, change(third, computed(spark, TUESDAY, 2))))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining("was changed by another program while this run wrote to it");
    assertThat(lake.version(VISITORS)).hasValue(4);
    assertThat(lake.readDay(VISITORS, TUESDAY).count()).isEqualTo(7);
  }

  @Test
  void a_run_whose_warehouse_was_taken_over_commits_nothing_more(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    Lease lease = take(lake, "slept");
    lake.hold(lease);
    lake.append(VISITORS, computed(spark, MONDAY, 1));
    Lease other = take(lake, "next");

    for (ThrowingCallable write :
        List.<ThrowingCallable>of(
            () -> lake.append(VISITORS, computed(spark, MONDAY, 1)),
            () -> lake.delete(VISITORS, lit(true)),
            () -> lake.restore(VISITORS, 0),
            () -> new TableErasure(spark, lake).delete(VISITORS, lit(true)))) {
      assertThatThrownBy(write)
          .isInstanceOf(WarehouseBusy.class)
          .hasMessageContaining("was taken over by run next");
    }
    assertThat(lake.version(VISITORS)).hasValue(1);
    lease.close();
    other.requireHeld();
    other.close();
  }

  /** Every other holder seems dead, as one on this machine whose process has ended. */
  private static Lease take(Lake lake, String run) {
    return Lease.take(lake.root(), new LeaseHolder(run, "here", 7, process -> false));
  }

  @Test
  void a_commit_whose_answer_was_lost_is_recognised_and_not_made_twice(SparkSession spark) {
    SparkSession deaf = spark.newSession();
    deaf.conf().set("io.delta.kernel.logStore.file.impl", LostAnswers.class.getName());
    Lake lake = new Lake(deaf, folder.toString());

    lake.append(VISITORS, computed(spark, MONDAY, 3));
    lake.append(VISITORS, computed(spark, MONDAY, 1));

    assertThat(lake.version(VISITORS)).hasValue(2);
    assertThat(lake.journal().rows()).containsEntry("visitors", 1L);
    assertThat(new Lake(spark, folder.toString()).read(VISITORS).count()).isEqualTo(4);
  }

  private TableChange change(TableVersion before, Dataset<Row> rows) {
    DataFileWriter writer =
        new DataFileWriter(VISITORS, before.snapshot().getPath(), Optional.empty());
    return TableChange.of(
        VISITORS, ReplacedSlice.of(TUESDAY), writer.write(rows), CommitNote.of("test", 0));
  }

  /** Log store that writes and then fails, as when the connection breaks. */
  public static final class LostAnswers extends LocalLogStore {
    public LostAnswers(Configuration configuration) {
      super(configuration);
    }

    @Override
    public void write(
        org.apache.hadoop.fs.Path path,
        Iterator<String> actions,
        Boolean overwrite,
        Configuration configuration)
        throws IOException {
      super.write(path, actions, overwrite, configuration);
      throw new IOException("the answer was lost");
    }
  }
}
