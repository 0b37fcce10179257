package dev.dangol.contacts;

import dev.dangol.config.AffinitySettings;
import dev.dangol.config.BenchmarkSettings;
import dev.dangol.config.BusinessHoursSettings;
import dev.dangol.config.ContactSettings;
import dev.dangol.config.RelevanceSettings;
import dev.dangol.contacts.CustomerSignal.SignalSubject;
import dev.dangol.contacts.CustomerSignal.SignalTimes;
import dev.dangol.table.AsOf;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Settings and signals of a business in Berlin, whose clocks change. */
final class GivenContacts {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final LocalDate HOLIDAY = LocalDate.parse("2026-03-27");
  static final BusinessHoursSettings HOURS =
      new BusinessHoursSettings(
          EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, DayOfWeek.SUNDAY),
          60,
          18 * 60,
          Set.of(HOLIDAY));
  static final AsOf TODAY = new AsOf(LocalDate.parse("2026-06-30"), BERLIN);
  static final ContactSettings SETTINGS =
      new ContactSettings(
          HOURS,
          new ContactSettings.ContactSpans(10, 7, 90, 24),
          List.of("help"),
          true,
          new RelevanceSettings(
              180,
              7,
              3,
              3,
              14,
              0.5,
              new RelevanceSettings.RelevanceWeights(3, 2, 1, 1),
              new RelevanceSettings.SpamSettings(2, 3)),
          new AffinitySettings(20, 0.05, 2),
          Map.of(
              "answer_within_one_hour",
              new BenchmarkSettings(0.71, 0.71, "as given by the business", false)));
  static final FoldRules RULES = FoldRules.of(SETTINGS, TODAY);
  static final SignalTimes UNANSWERED = times(CustomerSignal.NEVER);

  private GivenContacts() {}

  static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  static long micros(String at) {
    return micros(Instant.parse(at));
  }

  static SignalTimes times(long first) {
    return new SignalTimes(first, CustomerSignal.NEVER, CustomerSignal.NEVER, 9, 0, false, false);
  }

  static CustomerSignal opened(String id, long at, long replied) {
    return new CustomerSignal(
        SignalKind.CASE,
        at,
        id,
        new SignalSubject("chat", null, null, null, "delivery"),
        times(replied));
  }

  static CustomerSignal help(long at, String category) {
    return signal(SignalKind.HELP, at, null, category);
  }

  static CustomerSignal bought(long at, String category) {
    return signal(SignalKind.PURCHASE, at, null, category);
  }

  static CustomerSignal signal(SignalKind kind, long at, String campaign, String category) {
    SignalSubject subject = new SignalSubject(null, campaign, null, null, category);
    return new CustomerSignal(kind, at, "e", subject, UNANSWERED);
  }

  static CustomerSignal sent(long at, String campaign, String category, SignalTimes times) {
    SignalSubject subject = new SignalSubject("email", campaign, "sale", "a", category);
    return new CustomerSignal(SignalKind.SEND, at, "m" + at, subject, times);
  }
}
