package dev.dangol.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * What the shop tells everybody in one month: news, a sale, a coupon. The ids are those that orders
 * name as their promotion and that the tracker knows.
 *
 * @param month the first day of the month
 * @param about the category it is about
 * @param hour the hour of the day at which it goes out
 */
record Campaign(Theme theme, LocalDate month, Category about, int hour) {
  static final int MONTHS = 24;
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");
  private static final List<Category> CATEGORIES = List.of(Category.values());
  private static final List<Integer> HOURS = List.of(8, 10, 12, 19, 21);

  /** What a campaign holds out, as the mailing system calls it. */
  enum Theme {
    NEWS(null),
    SALE("할인"),
    COUPON("쿠폰");

    final String offer;

    Theme(String offer) {
      this.offer = offer;
    }
  }

  static Campaign of(Shop shop, int month, Theme theme) {
    LocalDate first = Period.START.plusMonths(month);
    Draws draws = shop.draws(id(theme, first).hashCode(), Draws.Purpose.CAMPAIGN);
    return new Campaign(theme, first, draws.one(CATEGORIES), draws.one(HOURS));
  }

  String id() {
    return id(theme, month);
  }

  private static String id(Theme theme, LocalDate month) {
    return theme + "-" + month.format(MONTH);
  }

  boolean inEvening() {
    return hour >= 18;
  }
}
