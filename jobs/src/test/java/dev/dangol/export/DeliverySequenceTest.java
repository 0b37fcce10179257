package dev.dangol.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.export.ExportTarget;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Full, added and removed files of one list over a year, and the counts of each. */
class DeliverySequenceTest {
  private static final int PEOPLE = 60;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "format = google-customer-match, consent = ads",
        "format = x, consent = ads",
        "format = klaviyo-list, consent = email",
        "format = kakao-channel, consent = kakao",
        "format = csv, consent = none, basis = b, columns = [name, clv]"
      })
  void full_is_the_full_before_and_added_without_removed(String section) {
    ExportTarget target = GivenExports.target(section + ", cohorts = [ideal]");
    GivenExports exports = new GivenExports();
    Random random = new Random(7);
    List<String> delivered = new ArrayList<>();
    List<String> before = List.of();
    String end = "." + target.format().extension();
    for (int month = 0; month < 12; month++) {
      LocalDate day = GivenExports.DAY.minusMonths(11L - month);
      List<ExportMember> members = people(random);
      ListOutcome outcome = exports.export(target, day, delivered, members).get(0);
      String name = "ideal-" + day + "-";
      List<String> full = rows(exports, target, name + "full" + end);
      List<String> expected = new ArrayList<>(before);
      expected.addAll(rows(exports, target, name + "added" + end));
      for (String gone : rows(exports, target, name + "removed" + end)) {
        assertThat(expected.remove(gone)).as(gone).isTrue();
      }
      assertThat(expected).containsExactlyInAnyOrderElementsOf(full);
      assertThat(outcome.in()).isEqualTo(members.size());
      assertThat(outcome.out()).isEqualTo(full.size());
      assertThat(outcome.heldBack().values().stream().mapToLong(Long::longValue).sum())
          .isEqualTo(outcome.in() - outcome.out());
      if (month % 5 != 3) { // A delivery that failed is not in the ledger.
        delivered.add(0, name + "full" + end);
        before = full;
      }
    }
    assertThat(before).isNotEmpty();
  }

  @Test
  void a_list_that_is_too_small_is_refused_and_removals_are_written_all_the_same() {
    ExportTarget target = GivenExports.target("format = x, consent = ads, cohorts = [ideal]");
    GivenExports exports = new GivenExports();
    exports.export(target, GivenExports.DAY.minusDays(1), List.of(), List.of(GivenExports.minji()));
    String before = "ideal-2026-11-28-full.txt";

    ListOutcome outcome =
        exports.export(target, GivenExports.DAY, List.of(before), List.of()).get(0);

    assertThat(outcome.isRefused()).isTrue();
    assertThat(outcome.heldBack()).containsOnly(Map.entry("below_min_size", 0L));
    assertThat(outcome.files())
        .extracting(file -> file.purpose().word())
        .containsExactly("removed");
    assertThat(exports.folder().files()).doesNotContainKey("ideal-2026-11-29-full.txt");
    assertThat(exports.folder().text("ideal-2026-11-29-removed.txt"))
        .isEqualTo(exports.folder().text(before));
  }

  @Test
  void of_two_with_one_address_the_first_stays_and_what_blocks_an_address_blocks_both() {
    ExportTarget target =
        GivenExports.target("format = google-customer-match, consent = ads, cohorts = [ideal]");
    ExportMember one = GivenExports.member("a", Map.of("email", "A.b+c@gmail.com"));
    ExportMember same = GivenExports.member("b", Map.of("email", "ab@gmail.com"));
    ExportMember phone = GivenExports.member("c", Map.of("phone", "010-1234-5678"));
    ExportMember both =
        GivenExports.member("d", Map.of("email", "d@b.kr", "phone", "+82 10-1234-5678"));
    assertThat(heldBack(target, List.of(one, same, both, phone)))
        .containsOnly(Map.entry("duplicate_identifier", 2L));
    assertThat(heldBack(target, List.of(one, phone, both))).isEmpty();

    ExportMember unwilling =
        new ExportMember(
            "z", GivenExports.consented("withdrawn 2026-05-01"), Map.of("email", "a.b@gmail.com"));
    assertThat(heldBack(target, List.of(one, same, unwilling)))
        .contains(Map.entry("withdrawn", 3L));
  }

  @Test
  void those_who_got_mail_and_may_not_any_more_go_to_the_suppression_list() {
    ExportTarget target =
        GivenExports.target("format = klaviyo-list, consent = email, cohorts = [ideal]");
    GivenExports exports = new GivenExports();
    ExportMember stays = GivenExports.member("s", Map.of("email", "stays@b.kr"));
    exports.export(
        target,
        GivenExports.DAY.minusDays(1),
        List.of(),
        List.of(GivenExports.minji(), GivenExports.trap(), stays));
    ExportMember withdrew =
        new ExportMember(
            "C1", GivenExports.consented("withdrawn 2026-11-01"), GivenExports.minji().values());

    exports.export(
        target, GivenExports.DAY, List.of("ideal-2026-11-28-full.csv"), List.of(withdrew, stays));

    assertThat(exports.folder().text("ideal-2026-11-29-suppressed.csv"))
        .isEqualTo("Email\nminji.kim@example.com\n");
    assertThat(exports.folder().text("ideal-2026-11-29-removed.csv").lines()).hasSize(3);
  }

  private static Map<String, Long> heldBack(ExportTarget target, List<ExportMember> members) {
    return new GivenExports()
        .export(target, GivenExports.DAY, List.of(), members)
        .get(0)
        .heldBack();
  }

  /** Some of the people, whose addresses change, are shared and get lost, in any order. */
  private static List<ExportMember> people(Random random) {
    List<ExportMember> members = new ArrayList<>();
    for (int number = 0; number < PEOPLE; number++) {
      if (random.nextInt(4) > 0) {
        members.add(person(number, random));
      }
    }
    Collections.shuffle(members, random);
    return members;
  }

  private static ExportMember person(int number, Random random) {
    Map<String, Object> values = new HashMap<>();
    if (random.nextInt(5) > 0) {
      values.put("email", "p" + (number + random.nextInt(2)) + "@b.kr");
    }
    if (random.nextInt(3) > 0) {
      values.put("phone", String.format("010-1234-%04d", number));
    }
    values.put("country", "KR");
    values.put("name", random.nextInt(9) == 0 ? "둘\r\n\"줄\"" : "이름");
    values.put("clv", random.nextInt(3));
    String entry = random.nextInt(12) == 0 ? "withdrawn 2024-01-01" : "granted 2026-11-01";
    List<String> entries = List.of("ads " + entry, "email " + entry, "kakao " + entry);
    return new ExportMember(
        "p" + number,
        new MemberStanding(
            ConsentEntries.of(entries, LocalDate.MAX),
            List.of(),
            random.nextInt(10) == 0 ? Set.of("ideal") : Set.of(),
            Optional.empty(),
            Optional.empty(),
            false),
        values);
  }

  private static List<String> rows(GivenExports exports, ExportTarget target, String name) {
    boolean head = target.format().head() && !name.endsWith(".json");
    List<String> rows = new ArrayList<>();
    try (DeliveredRows file =
        new DeliveredRows(exports.folder().open(name).orElseThrow(), name, head)) {
      for (Optional<String> row = file.next(); row.isPresent(); row = file.next()) {
        rows.add(row.get());
      }
    }
    return rows.stream().collect(Collectors.toList());
  }
}
