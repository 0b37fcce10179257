package dev.dangol.cohorts.persona;

import dev.dangol.cohorts.persona.ProfileFinding.FindingKey;
import dev.dangol.cohorts.persona.ProfileFinding.FindingLift;
import dev.dangol.table.results.ProfileColumns;
import java.time.LocalDate;
import java.util.List;

/** Findings that could be in the profile of a cohort of 1,200 ideal customers. */
final class GivenFindings {
  static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private GivenFindings() {}

  static List<ProfileFinding> findings() {
    String what = ProfileColumns.WHAT;
    String why = ProfileColumns.WHY;
    String how = ProfileColumns.HOW;
    String who = ProfileColumns.WHO;
    return List.of(
        finding(what, "age_band", "30s", 0.62, 0.31),
        finding(what, "region", "no difference", 0.5, 0.5),
        finding(why, "main_category", "<b>차</b> 🍵", 0.9, 0.45),
        finding(why, "category", "<b>차</b> 🍵", 0.95, 0.5),
        finding(why, "support_theme", "refund", 0.25, 0.25),
        finding(why, "support_theme", "size", 0.2, 0.2),
        finding(how, "purchase_channel", "app", 0.7, 0.35),
        finding(how, "purchase_channel", "store", 0.08, 0.16),
        finding(how, "purchase_hours", "18-24", 0.6, 0.4),
        finding(how, "opens:kakao", "no", 0.6, 0.3),
        finding(how, "unsubscribes:email", "yes", 0.12, 0.06),
        finding(who, "bad_experience", "late_delivery", 0.41, 0.205),
        finding(who, "bad_experience", "low_rating", 0.05, 0.15),
        finding(who, "rating", "high", 0.8, 0.4));
  }

  private static ProfileFinding finding(
      String facet, String attribute, String value, double share, double base) {
    double lift = share / base;
    return new ProfileFinding(
        new FindingKey(DAY, "ideal", facet, attribute, value),
        Math.round(share * 1200),
        share,
        base,
        new FindingLift(lift, lift * 0.9, lift * 1.1, lift == 1 ? 1 : 0.001),
        1200);
  }

  /** The same finding, with another lift. */
  static ProfileFinding withLifts(ProfileFinding one, FindingLift lifts) {
    return new ProfileFinding(
        one.place(), one.customers(), one.share(), one.baseShare(), lifts, one.known());
  }

  /** These findings, of a cohort of which nobody knows what reaches it. */
  static PersonaEvidence evidence(List<ProfileFinding> findings) {
    return new PersonaEvidence(findings, List.of(), List.of());
  }

  static PersonaEvidence evidence() {
    return evidence(findings());
  }
}
