package dev.dangol.sample.people;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Campaign of one month, for every customer: news, a sale, a coupon. The ids are those that orders
 * name as their promotion and that the tracker knows.
 *
 * @param month the first day of the month
 * @param about the category it is about
 * @param hour the hour of the day at which it goes out
 */
public record ShopCampaign(CampaignTheme theme, LocalDate month, ProductCategory about, int hour) {
  public static final int MONTHS = 24;
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");
  private static final List<ProductCategory> CATEGORIES = List.of(ProductCategory.values());
  private static final List<Integer> HOURS = List.of(8, 10, 12, 19, 21);

  /** Theme of a campaign, as the mailing system calls what it offers. */
  enum CampaignTheme {
    NEWS(null, 0.9),
    SALE("할인", 0.9),
    COUPON("쿠폰", 0.9),
    /** A partner's insurance, twice a year, which concerns nobody who came for coffee. */
    PARTNER(null, 0.25);

    private static final int HALF_YEAR = 6;

    final String offer;

    /** The interest of those whom it does not concern. */
    final double interest;

    CampaignTheme(String offer, double interest) {
      this.offer = offer;
      this.interest = interest;
    }

    boolean goesOut(int month) {
      return this != PARTNER || month % HALF_YEAR == HALF_YEAR - 1;
    }
  }

  static ShopCampaign of(ShopPopulation shop, int month, CampaignTheme theme) {
    LocalDate first = SamplePeriod.START.plusMonths(month);
    SeededDraws draws = shop.draws(id(theme, first).hashCode(), SeededDraws.DrawPurpose.CAMPAIGN);
    return new ShopCampaign(theme, first, draws.one(CATEGORIES), draws.one(HOURS));
  }

  String id() {
    return id(theme, month);
  }

  private static String id(CampaignTheme theme, LocalDate month) {
    return theme + "-" + month.format(MONTH);
  }

  /** Its subject, as the mailing system calls it: for a partner, nothing that the shop sells. */
  String label() {
    return theme == CampaignTheme.PARTNER ? "보험" : about.label;
  }
}
