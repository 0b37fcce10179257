package dev.dangol.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dangol.problem.WarehouseBusy;
import dev.dangol.testing.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeaseTest {
  private static final boolean RUNNING = true;
  private static final boolean GONE = false;

  /** A file system's clock may go some milliseconds behind. */
  private static final Duration EXPIRED = Lease.LIFETIME.plusSeconds(1);

  @TempDir private Path path;

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void one_run_holds_the_warehouse_until_it_gives_it_back(TestStore store) {
    StoreFolder warehouse = new StoreFolder(store.configuration(), store.folder());

    try (Lease first = Lease.take(warehouse, holder("first", "here", RUNNING))) {
      first.requireHeld();
      assertThatThrownBy(() -> Lease.take(warehouse, holder("second", "here", RUNNING)))
          .isInstanceOf(WarehouseBusy.class)
          .hasMessageContaining("is held by run first (process 7 on here), last seen 20")
          .hasMessageContaining("Wait until it ends");
    }

    assertThat(names(warehouse)).containsExactlyInAnyOrder("lease-000001", "lease-000001.done");
    Lease.take(warehouse, holder("second", "here", RUNNING)).close();
    assertThat(names(warehouse)).contains("lease-000002", "lease-000002.done").hasSize(4);
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void of_rivals_one_wins_and_the_others_find_the_warehouse_busy(TestStore store) throws Exception {
    StoreFolder warehouse = new StoreFolder(store.configuration(), store.folder());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 20; round++) {
        assertThat(winners(warehouse, threads)).as("round %d", round).isEqualTo(1);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(names(warehouse)).hasSize(6).contains("lease-000020.done");
  }

  private static int winners(StoreFolder warehouse, ExecutorService threads) throws Exception {
    List<Callable<Lease>> rivals = new ArrayList<>();
    for (String run : List.of("a", "b", "c", "d")) {
      rivals.add(() -> Lease.take(warehouse, holder(run, run, RUNNING)));
    }
    List<Lease> won = new ArrayList<>();
    for (Future<Lease> rival : threads.invokeAll(rivals)) {
      try {
        won.add(rival.get());
      } catch (ExecutionException lost) {
        assertThat(lost).hasCauseInstanceOf(WarehouseBusy.class);
      }
    }
    won.forEach(Lease::close);
    return won.size();
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void a_holder_that_died_holds_nothing_and_learns_of_it(TestStore store) {
    StoreFolder warehouse = new StoreFolder(store.configuration(), store.folder());
    Lease dead = Lease.take(warehouse, holder("dead", "here", RUNNING));

    Lease next = Lease.take(warehouse, holder("next", "here", GONE));

    assertThatThrownBy(dead::requireHeld)
        .isInstanceOf(WarehouseBusy.class)
        .hasMessageContaining("was taken over by run next (process 7 on here), since this run");
    dead.close();
    next.requireHeld();
    next.close();
    assertThat(names(warehouse))
        .containsExactlyInAnyOrder("lease-000001", "lease-000002", "lease-000002.done");
  }

  @Test
  void on_another_machine_age_tells_and_here_a_process_may_bear_a_dead_ones_number()
      throws IOException {
    StoreFolder warehouse = local();
    Lease.take(warehouse, holder("far", "there", RUNNING));

    age("lease-000001", Lease.LIFETIME.minusSeconds(5));
    assertThatThrownBy(() -> Lease.take(warehouse, holder("near", "here", GONE)))
        .isInstanceOf(WarehouseBusy.class)
        .hasMessageContaining("on there");
    age("lease-000001", EXPIRED);
    Lease.take(warehouse, holder("near", "here", RUNNING));
    age("lease-000002", EXPIRED);
    Lease.take(warehouse, holder("again", "here", RUNNING)).close();

    assertThat(names(warehouse)).contains("lease-000003.done");
  }

  @Test
  void a_renewed_lease_is_as_young_as_its_last_sign_of_life() throws IOException {
    StoreFolder warehouse = local();
    Lease.take(warehouse, holder("far", "there", RUNNING));
    age("lease-000001", EXPIRED.multipliedBy(9));
    new LeaseFiles(warehouse.in("_dangol"), holder("far", "there", RUNNING)).renew(1, 1);

    assertThatThrownBy(() -> Lease.take(warehouse, holder("near", "here", RUNNING)))
        .isInstanceOf(WarehouseBusy.class);
    age("lease-000001.alive", EXPIRED);
    Lease.take(warehouse, holder("near", "here", RUNNING)).close();
  }

  @Test
  void a_damaged_lease_stops_nobody_for_long() throws IOException {
    StoreFolder warehouse = local();
    StoreFolder folder = warehouse.in("_dangol");
    folder.make();
    for (String name : List.of("lease", "lease-000005")) {
      folder.write(name, "run=x\nhost=y\nprocess=z\n");
      age(name, Duration.ofSeconds(4));

      Lease.take(warehouse, holder("next", "here", RUNNING)).close();
    }
    assertThat(names(warehouse)).doesNotContain("lease").contains("lease-000006.done");
  }

  @Test
  void the_lease_of_an_older_version_is_respected_while_it_lives() throws IOException {
    StoreFolder warehouse = local();
    warehouse.in("_dangol").make();
    warehouse
        .in("_dangol")
        .write("lease", "run=old\nhost=there\nprocess=1\nrenewed=2026-01-05T12:00:00Z\n");

    assertThatThrownBy(() -> Lease.take(warehouse, holder("new", "here", RUNNING)))
        .isInstanceOf(WarehouseBusy.class)
        .hasMessageContaining("held by run old");
    age("lease", EXPIRED);
    Lease.take(warehouse, holder("new", "here", RUNNING)).close();

    assertThat(names(warehouse)).containsExactlyInAnyOrder("lease-000001", "lease-000001.done");
  }

  /** A run that slept for long may look at a list of files without the newest numbers. */
  @Test
  void a_number_that_was_tidied_away_is_not_held_again() {
    StoreFolder warehouse = local();
    for (int run = 0; run < 6; run++) {
      Lease.take(warehouse, holder("run-" + run, "here", RUNNING)).close();
    }
    LeaseFiles files = new LeaseFiles(warehouse.in("_dangol"), holder("late", "here", RUNNING));

    assertThat(files.claim(2)).isTrue();
    assertThat(files.latest()).isEqualTo(6);
    assertThat(files.claim(6)).isFalse();
  }

  private StoreFolder local() {
    return new StoreFolder(new Configuration(), path.toString());
  }

  private void age(String name, Duration age) throws IOException {
    Files.setLastModifiedTime(
        path.resolve("_dangol").resolve(name), FileTime.from(Instant.now().minus(age)));
  }

  private static LeaseHolder holder(String run, String host, boolean processes) {
    return new LeaseHolder(run, host, 7, process -> processes);
  }

  private static List<String> names(StoreFolder warehouse) {
    return warehouse.in("_dangol").names();
  }
}
