package dev.dangol.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dangol.problem.WarehouseBusy;
import dev.dangol.testing.SparkExtension;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class LeaseTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final boolean RUNNING = true;
  private static final boolean GONE = false;

  @TempDir private Path path;

  @Test
  void one_run_holds_the_warehouse_until_it_gives_it_back(SparkSession spark) {
    StoreFolder warehouse = new StoreFolder(spark, path.toString());

    try (Lease first = take(warehouse, holder("first", "here", RUNNING), NOON)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> take(warehouse, holder("second", "here", RUNNING), NOON))
          .isInstanceOf(WarehouseBusy.class)
          .hasMessageContaining("is held by run first (process 7 on here")
          .hasMessageContaining("Wait until it ends");
    }

    assertThat(warehouse.in("_dangol").names()).isEmpty();
    take(warehouse, holder("second", "here", RUNNING), NOON).close();
  }

  @Test
  void a_holder_that_died_holds_nothing(SparkSession spark) {
    StoreFolder warehouse = new StoreFolder(spark, path.toString());
    Lease dead = take(warehouse, holder("dead", "here", RUNNING), NOON);

    Lease next = take(warehouse, holder("next", "here", GONE), NOON);
    dead.close();

    assertThat(holderOf(warehouse)).contains("run=next");
    next.close();
    assertThat(warehouse.in("_dangol").names()).isEmpty();
  }

  @Test
  void on_another_machine_age_tells_and_here_a_process_may_bear_a_dead_ones_number(
      SparkSession spark) {
    StoreFolder warehouse = new StoreFolder(spark, path.toString());
    Instant later = NOON.plus(Lease.LIFETIME);
    take(warehouse, holder("far", "there", RUNNING), NOON);

    assertThatThrownBy(() -> take(warehouse, holder("near", "here", GONE), later.minusSeconds(1)))
        .isInstanceOf(WarehouseBusy.class)
        .hasMessageContaining("on there");
    take(warehouse, holder("near", "here", RUNNING), later);
    take(warehouse, holder("again", "here", RUNNING), later.plus(Lease.LIFETIME)).close();

    assertThat(warehouse.in("_dangol").names()).isEmpty();
  }

  @Test
  void a_damaged_lease_stops_nobody_for_long(SparkSession spark) {
    StoreFolder warehouse = new StoreFolder(spark, path.toString());
    for (String damaged : new String[] {"", "run=x\nhost=y\nprocess=z\nrenewed=soon\n"}) {
      warehouse.in("_dangol").make();
      warehouse.in("_dangol").write("lease", damaged);

      take(warehouse, holder("next", "here", RUNNING), NOON).close();

      assertThat(warehouse.in("_dangol").names()).isEmpty();
    }
  }

  private static Lease take(StoreFolder warehouse, Lease.LeaseHolder holder, Instant now) {
    return Lease.take(warehouse, holder, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Lease.LeaseHolder holder(String run, String host, boolean processes) {
    return new Lease.LeaseHolder(run, host, 7, process -> processes);
  }

  private static String holderOf(StoreFolder warehouse) {
    return warehouse.in("_dangol").text("lease").orElse("");
  }
}
