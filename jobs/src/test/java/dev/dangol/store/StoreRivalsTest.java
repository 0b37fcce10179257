package dev.dangol.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.testing.StoreWorker;
import dev.dangol.testing.TestStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Processes that write to one warehouse at the same time, on every kind of store. */
@Tag("slow")
class StoreRivalsTest {
  private static final int COMMITS = 40;

  @ParameterizedTest
  @EnumSource(names = {"HDFS", "S3"})
  void no_commit_of_three_processes_is_lost(TestStore store) throws IOException {
    String table = store.folder();
    List<String> made = new ArrayList<>();
    try (StoreWorker first = new StoreWorker(store, table);
        StoreWorker second = new StoreWorker(store, table);
        StoreWorker third = new StoreWorker(store, table)) {
      List<StoreWorker> rivals = List.of(first, second, third);
      for (StoreWorker rival : rivals) {
        rival.ask("commit " + COMMITS);
      }
      for (StoreWorker rival : rivals) {
        made.addAll(List.of(rival.answer().split(" ", -1)));
      }
    }

    List<String> versions = IntStream.range(0, 3 * COMMITS).mapToObj(String::valueOf).toList();
    assertThat(made).containsExactlyInAnyOrderElementsOf(versions);
    assertThat(new StoreFolder(store.configuration(), table + "/_delta_log").names())
        .filteredOn(name -> name.endsWith(".json"))
        .hasSize(3 * COMMITS);
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void of_two_processes_one_holds_the_warehouse_and_its_death_frees_it(TestStore store)
      throws IOException {
    String warehouse = store.folder();
    try (StoreWorker first = new StoreWorker(store, warehouse);
        StoreWorker second = new StoreWorker(store, warehouse)) {
      for (int round = 0; round < 20; round++) {
        first.ask("take");
        second.ask("take");
        String answer = first.answer();
        assertThat(List.of(answer, second.answer()))
            .as("round %d", round)
            .satisfiesOnlyOnce(won -> assertThat(won).isEqualTo("held"))
            .satisfiesOnlyOnce(busy -> assertThat(busy).startsWith("5 The warehouse"));
        StoreWorker holder = answer.equals("held") ? first : second;
        holder.ask("release");
        assertThat(holder.answer()).isEqualTo("free");
      }
      first.ask("take");
      assertThat(first.answer()).isEqualTo("held");
      first.kill();
      second.ask("take");
      assertThat(second.answer()).isEqualTo("held");
    }
  }
}
