package dev.dangol.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dangol.job.run.ProgressListener;
import dev.dangol.problem.WarehouseBusy;
import dev.dangol.store.Lease;
import dev.dangol.store.LeaseHolder;
import dev.dangol.store.LedgerEntry;
import dev.dangol.store.StoreFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeasedProgressTest {
  private final List<String> shown = new ArrayList<>();

  @TempDir private Path warehouse;

  @Test
  void a_run_whose_warehouse_was_taken_over_begins_no_job_and_records_nothing() {
    Lease lease = take("slept");
    LeasedProgress progress = new LeasedProgress(new ShownJobs(shown), lease);
    progress.begins("features");
    progress.records();
    progress.ends(null);
    progress.skips("value");

    Lease other = take("next");

    assertThatThrownBy(() -> progress.begins("segments"))
        .isInstanceOf(WarehouseBusy.class)
        .hasMessageContaining("was taken over by run next");
    assertThatThrownBy(progress::records).isInstanceOf(WarehouseBusy.class);
    progress.fails("segments");
    assertThat(shown).containsExactly("begins features", "ends", "skips value", "fails segments");
    lease.close();
    other.requireHeld();
    other.close();
  }

  /** Every other holder seems dead, as one on this machine whose process has ended. */
  private Lease take(String run) {
    return Lease.take(
        new StoreFolder(new Configuration(), warehouse.toString()),
        new LeaseHolder(run, "here", 7, process -> false));
  }

  private record ShownJobs(List<String> lines) implements ProgressListener {
    @Override
    public void begins(String job) {
      lines.add("begins " + job);
    }

    @Override
    public void ends(LedgerEntry entry) {
      lines.add("ends");
    }

    @Override
    public void skips(String job) {
      lines.add("skips " + job);
    }

    @Override
    public void fails(String job) {
      lines.add("fails " + job);
    }
  }
}
