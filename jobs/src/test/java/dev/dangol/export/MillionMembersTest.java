package dev.dangol.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.export.ExportTarget;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A million members in one file: nothing of them stays in memory but fingerprints. */
class MillionMembersTest {
  private static final int MEMBERS = 1_000_000;
  private static final long MOST_BYTES = 256L << 20;

  @Test
  @Tag("slow")
  void a_million_members_are_written_in_little_memory() {
    ExportTarget target =
        GivenExports.target("format = google-customer-match, consent = ads, cohorts = [ideal]");
    ExportTask task = new GivenExports().task(GivenExports.DAY, Map.of());
    TargetExport export = new TargetExport(target, task, new DiscardedFiles());
    ListExport list = export.lists().get("cohort/ideal");
    MemberStanding standing = GivenExports.consented("granted 2026-03-02");
    long before = used();

    for (int number = 0; number < MEMBERS; number++) {
      String phone = String.format("010-%04d-%04d", 2000 + number / 10_000, number % 10_000);
      list.take(
          new ExportMember(
              "C" + number,
              standing,
              Map.of("email", "p" + number + "@b.kr", "phone", phone, "first_name", "민지")));
    }
    long after = used();

    List<ListOutcome> outcomes = export.finish();
    assertThat(outcomes.get(0).out()).isEqualTo(MEMBERS);
    assertThat(after - before).isLessThan(MOST_BYTES);
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
