package dev.dangol.sample.people;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;

/** The shop's service desk: its opening hours, and the channels by which people reach it. */
public final class ServiceDesk {
  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime CLOSES = LocalTime.of(18, 0);
  private static final Set<DayOfWeek> CLOSED = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private ServiceDesk() {}

  /** Channel by which people turn to the shop. */
  enum DeskChannel {
    CHAT(12, 0.05),
    KAKAO(25, 0.05),
    MAIL(300, 0.12),
    PHONE(1, 0);

    /** Minutes until the first reply while the desk is staffed, on average. */
    final double minutes;

    /** Share of cases without a reply. */
    final double forgotten;

    DeskChannel(double minutes, double forgotten) {
      this.minutes = minutes;
      this.forgotten = forgotten;
    }
  }

  /** Theme of support cases, in the shop's own words. */
  enum CaseTheme {
    DELIVERY("배송 지연", 8, 0.9),
    REFUND("교환·환불", 12, 0.4),
    DEFECT("상품 불량", 16, 0.8),
    QUESTION("상품 문의", 5, 0),
    ACCOUNT("회원 정보", 4, 0.1);

    final String label;

    /** Work that a case takes, on average. */
    final double minutes;

    /** Share of cases in which the shop did wrong. */
    final double fault;

    CaseTheme(String label, double minutes, double fault) {
      this.label = label;
      this.minutes = minutes;
      this.fault = fault;
    }
  }

  /** The moment itself while the desk is staffed, else the next opening. */
  public static LocalDateTime staffed(LocalDateTime at) {
    LocalDateTime next = at;
    if (at.toLocalTime().isBefore(OPENS)) {
      next = at.with(OPENS);
    } else if (!at.toLocalTime().isBefore(CLOSES)) {
      next = at.plusDays(1).with(OPENS);
    }
    while (CLOSED.contains(next.getDayOfWeek())) {
      next = next.plusDays(1).with(OPENS);
    }
    return next;
  }
}
