package dev.dangol.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.export.ExportTarget;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every combination of what can hold a customer back: only those permitted come out. */
class ConsentMatrixTest {
  private static final LocalDate DAY = GivenExports.DAY;
  private static final List<String> STATES = List.of("none", "granted", "withdrawn", "unreadable");
  private static final List<Integer> AGES = List.of(0, 729, 730, 731);
  private static final List<Boolean> BOTH = List.of(false, true);

  private static final ExportTarget BY_DAY =
      GivenExports.target("format = hubspot, cohorts = [ideal], consent = email");
  private static final ExportTarget AT_NIGHT =
      GivenExports.target("format = hubspot, cohorts = [ideal], consent = email, night = true");

  /** One combination. */
  private record ConsentCase(
      String state,
      String channel,
      int age,
      boolean night,
      boolean erased,
      boolean suppressed,
      boolean control,
      boolean minor) {

    MemberStanding standing() {
      List<String> entries = new ArrayList<>();
      LocalDate granted = DAY.minusDays(age);
      if (!state.equals("none") && !state.equals("unreadable")) {
        entries.add(channel + " granted " + granted);
      }
      if (state.equals("withdrawn")) {
        entries.add(channel + " withdrawn " + granted);
      }
      if (state.equals("unreadable")) {
        entries.add(channel + " withdrawn");
      }
      if (night) {
        entries.add(channel + "-night granted " + granted);
      }
      List<SuppressionMark> marks =
          suppressed
              ? List.of(SuppressionMark.of(DAY.minusDays(age) + "|false|" + channel))
              : List.of();
      String birth = DAY.minusYears(minor ? 14 : 15).plusDays(1).toString();
      return new MemberStanding(
          ConsentEntries.of(entries, DAY),
          marks,
          control ? Set.of("ideal") : Set.of("others"),
          Optional.of(birth),
          Optional.empty(),
          erased);
    }

    /** The reason that the definitions give, worked out without the gates. */
    Optional<GateReason> expected(String key, boolean nightNeeded) {
      boolean own = channel.equals(key);
      if (erased) {
        return Optional.of(GateReason.ERASED);
      }
      if (suppressed && own) {
        return Optional.of(GateReason.SUPPRESSED);
      }
      if (own && (state.equals("withdrawn") || state.equals("unreadable"))) {
        return Optional.of(GateReason.WITHDRAWN);
      }
      if (!own || state.equals("none") || (nightNeeded && !night)) {
        return Optional.of(GateReason.NO_CONSENT);
      }
      if (age == 731) {
        return Optional.of(GateReason.CONSENT_TOO_OLD);
      }
      if (control) {
        return Optional.of(GateReason.CONTROL_GROUP);
      }
      return minor ? Optional.of(GateReason.MINOR) : Optional.empty();
    }
  }

  private static List<ConsentCase> cases() {
    List<ConsentCase> cases = new ArrayList<>();
    for (String state : STATES) {
      for (String channel : List.of("email", "sms")) {
        for (int age : AGES) {
          for (int bits = 0; bits < 1 << 5; bits++) {
            cases.add(
                new ConsentCase(
                    state,
                    channel,
                    age,
                    BOTH.get(bits & 1),
                    BOTH.get(bits >> 1 & 1),
                    BOTH.get(bits >> 2 & 1),
                    BOTH.get(bits >> 3 & 1),
                    BOTH.get(bits >> 4 & 1)));
          }
        }
      }
    }
    return cases;
  }

  @Test
  void only_those_permitted_come_out_of_all_combinations() {
    List<ConsentCase> cases = cases();
    assertThat(cases).hasSize(1024).doesNotHaveDuplicates();
    Map<GateReason, Integer> seen = new EnumMap<>(GateReason.class);
    int out = 0;
    for (boolean night : BOTH) {
      for (ConsentCase one : cases) {
        Optional<GateReason> answer = answer(one.standing(), night);
        assertThat(answer).as(one + " at night " + night).isEqualTo(one.expected("email", night));
        answer.ifPresent(reason -> seen.merge(reason, 1, Integer::sum));
        out += answer.isEmpty() ? 1 : 0;
      }
    }
    assertThat(seen).hasSize(7);
    assertThat(out).isEqualTo(9);
  }

  @Test
  void consent_given_after_unsubscribing_ends_it_and_never_a_complaint() {
    List<String> consent = List.of("email granted 2026-03-02");
    assertThat(answer(marked(consent, "2026-03-01|false|email"), false)).isEmpty();
    assertThat(answer(marked(consent, "2026-03-02|false|email"), false))
        .hasValue(GateReason.SUPPRESSED);
    assertThat(answer(marked(consent, "2026-03-01|false|"), false)).isEmpty();
    assertThat(answer(marked(consent, "2026-03-02|false|"), false)).hasValue(GateReason.SUPPRESSED);
    assertThat(answer(marked(consent, "|true|email"), false)).hasValue(GateReason.SUPPRESSED);
    assertThat(answer(marked(consent, "2026-05-01|true|sms"), false)).isEmpty();
  }

  @Test
  void without_consent_being_asked_only_marks_of_every_channel_hold() {
    ExportTarget target =
        GivenExports.target(
            "format = hubspot, cohorts = [ideal], consent = none, basis = \"a contract\"");
    List<String> withdrawn = List.of("email withdrawn 2026-03-02");
    assertThat(answer(target, marked(withdrawn, "2026-03-01|true|email"))).isEmpty();
    assertThat(answer(target, marked(withdrawn, "2026-03-01|false|")))
        .hasValue(GateReason.SUPPRESSED);
    assertThat(answer(target, marked(withdrawn, "|true|"))).hasValue(GateReason.SUPPRESSED);
  }

  @Test
  void age_is_that_of_the_day_and_of_the_country() {
    ExportRules usual = new ExportRules(DAY, 730, OptionalInt.empty());
    assertThat(minor(usual, "2012-11-30", null, "KR")).isTrue();
    assertThat(minor(usual, "2012-11-29", null, "KR")).isFalse();
    assertThat(minor(usual, "2013-11-29", null, "US")).isFalse();
    assertThat(minor(usual, "2013-11-30", null, "US")).isTrue();
    assertThat(minor(usual, null, "13", "KR")).isTrue();
    assertThat(minor(usual, null, "13", "US")).isFalse();
    assertThat(minor(usual, null, "30대", "KR")).isFalse();
    assertThat(minor(usual, "2012", null, "KR")).isTrue();
    assertThat(minor(usual, "2011", null, "KR")).isFalse();
    assertThat(minor(usual, "unknown", "unknown", "KR")).isFalse();
    assertThat(minor(new ExportRules(DAY, 730, OptionalInt.of(20)), null, "19", "KR")).isTrue();
  }

  private static boolean minor(ExportRules rules, String birth, String age, String country) {
    MemberStanding standing =
        new MemberStanding(
            new ConsentEntries(List.of()),
            List.of(),
            Set.of(),
            Optional.ofNullable(birth),
            Optional.ofNullable(age),
            false);
    return new AgeLimit(rules).excludes(standing, country);
  }

  private static MemberStanding marked(List<String> consent, String mark) {
    return new MemberStanding(
        ConsentEntries.of(consent, DAY),
        List.of(SuppressionMark.of(mark)),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static Optional<GateReason> answer(MemberStanding standing, boolean night) {
    return answer(night ? AT_NIGHT : BY_DAY, standing);
  }

  private static Optional<GateReason> answer(ExportTarget target, MemberStanding standing) {
    AudienceList list = AudienceList.of(target, Map.of("ideal", "x")).get(0);
    CellValues cells = new CellValues(list, "KR", ZoneId.of("Asia/Seoul"), Optional.empty());
    ExportRules rules = new ExportRules(DAY, 730, OptionalInt.empty());
    return new AudienceGates(cells, rules, new BlockedAddresses(cells))
        .check(new ExportMember("c", standing, Map.of("email", "a@b.kr", "country", "KR")));
  }
}
