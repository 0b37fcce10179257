package dev.dangol.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.evidence.DriftColumns;
import dev.dangol.table.results.DefinitionColumns;
import dev.dangol.table.results.ProfileColumns;
import dev.dangol.testing.GivenRow;
import dev.dangol.testing.TestDay;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ProfileDriftTest {
  private static final AsOf DAY = TestDay.of("2026-03-01");
  private static final int MEMBERS = 400;
  private static final int EVERYONE = 4000;

  private static Row definition(String day, String cohort, String hash) {
    return GivenRow.of(DefinitionColumns.TABLE)
        .with(SharedColumns.AS_OF, Date.valueOf(day))
        .with(SharedColumns.COHORT, cohort)
        .with(DefinitionColumns.HASH, hash)
        .row();
  }

  private static Row value(String value, long with, long others) {
    return GivenRow.of(ProfileColumns.TABLE)
        .with(SharedColumns.COHORT, "ideal")
        .with(ProfileColumns.FACET, "what")
        .with(ProfileColumns.ATTRIBUTE, "지역")
        .with(ProfileColumns.VALUE, value)
        .with(ProfileColumns.CUSTOMERS, with)
        .with(ProfileColumns.MEMBERS_KNOWN, (long) MEMBERS)
        .with(ProfileColumns.BASE_CUSTOMERS, with + others)
        .with(ProfileColumns.BASE_KNOWN, (long) EVERYONE)
        .row();
  }

  private static final List<Row> DEFINITIONS =
      List.of(
          definition("2026-01-01", "ideal", "a"),
          definition("2026-02-01", "ideal", "b"),
          definition("2026-02-15", "ideal", "b"),
          definition("2026-03-01", "ideal", "b"),
          definition("2026-02-15", "gone", "c"),
          definition("2026-03-01", "new", "d"),
          definition("2026-04-01", "ideal", "e"));

  private static ProfileDrift drift() {
    return new ProfileDrift(DEFINITIONS, 0.05, DAY);
  }

  private static List<RowReader> rows(List<Row> before, List<Row> now) {
    return GivenRow.read(DriftColumns.TABLE, drift().rows(before, now)).stream()
        .map(RowReader::new)
        .toList();
  }

  @Test
  void a_value_that_moved_is_named_and_the_persona_is_to_be_looked_at_again() {
    List<Row> before = List.of(value("서울", 200, 900), value("부산", 100, 900), value("old", 9, 9));
    List<Row> now = List.of(value("서울", 90, 900), value("부산", 104, 905), value("young", 9, 9));

    assertThat(drift().before()).contains(LocalDate.of(2026, 2, 15));
    List<RowReader> rows = rows(before, now);

    assertThat(rows).hasSize(2);
    RowReader ideal = rows.get(0);
    assertThat(ideal.day(DriftColumns.COMPARED_ON)).contains(LocalDate.of(2026, 2, 15));
    assertThat(ideal.count(DriftColumns.COMPARED)).isEqualTo(2);
    assertThat(ideal.cell(DriftColumns.MOVED_LIST)).isEqualTo(List.of("what/지역=서울"));
    assertThat(ideal.day(DriftColumns.DEFINED_ON)).contains(LocalDate.of(2026, 2, 1));
    assertThat(ideal.count(DriftColumns.AGE_DAYS)).isEqualTo(28);
    assertThat(ideal.optionalFlag(DriftColumns.LOOK_AGAIN)).contains(true);
    RowReader fresh = rows.get(1);
    assertThat(fresh.optionalCount(DriftColumns.MOVED)).isEmpty();
    assertThat(fresh.optionalFlag(DriftColumns.LOOK_AGAIN)).isEmpty();
    assertThat(fresh.count(DriftColumns.AGE_DAYS)).isZero();
  }

  @Test
  void the_same_profile_has_not_moved_and_all_or_none_are_no_fault() {
    List<Row> same =
        List.of(
            value("서울", 200, 900), value("all", MEMBERS, EVERYONE - MEMBERS), value("no", 0, 0));

    RowReader ideal = rows(same, same).get(0);

    assertThat(ideal.count(DriftColumns.COMPARED)).isEqualTo(3);
    assertThat(ideal.optionalCount(DriftColumns.MOVED)).contains(0L);
    assertThat(ideal.optionalFlag(DriftColumns.LOOK_AGAIN)).contains(false);
    assertThat(rows(List.of(), same).get(0).optionalCount(DriftColumns.MOVED)).isEmpty();
    assertThat(new ProfileDrift(List.of(), 0.05, DAY).rows(List.of(), List.of())).isEmpty();
    assertThat(new ProfileDrift(List.of(), 0.05, DAY).before()).isEqualTo(Optional.empty());
  }

  /** Both days draw anew; real days share customers, which makes them differ less. */
  @Test
  void what_did_not_change_is_said_to_have_moved_in_few_of_many_profiles() {
    int claimed = 0;
    int found = 0;
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<Row> before = drawn(random, 0.3);
      claimed += rows(before, drawn(random, 0.3)).get(0).count(DriftColumns.MOVED) > 0 ? 1 : 0;
      found += rows(before, drawn(random, 0.6)).get(0).count(DriftColumns.MOVED) > 0 ? 1 : 0;
    }
    assertThat(claimed).isLessThanOrEqualTo(15);
    assertThat(found).isEqualTo(200);
  }

  private static List<Row> drawn(Random random, double share) {
    List<Row> values = new ArrayList<>();
    for (int place = 0; place < 10; place++) {
      double own = place == 0 ? share : 0.2;
      values.add(value("v" + place, draw(random, MEMBERS, own), draw(random, 3600, 0.25)));
    }
    return values;
  }

  private static long draw(Random random, int people, double share) {
    return random.doubles(people).filter(chance -> chance < share).count();
  }
}
