package dev.dangol.sample.people;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Orders of one customer. They come at a rate of their own, more in busy months, and after each the
 * customer may churn (the process of BG/NBD, Fader, Hardie and Lee 2005, with the seasons added).
 *
 * @param orders from first to last
 * @param end the moment from which nothing more is heard of them, at most the end of the period
 */
public record ShopperOrders(List<ShopOrder> orders, double end) {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");
  private static final double LATE_SHARE = 0.06;
  private static final double BREAK_SHARE = 0.7;
  private static final double SOLD_OFF_SHARE = 0.05;
  private static final double MOST_ORDERS = 20_000;
  private static final double YEAR = 365;

  /**
   * The last order, if it came late and its customer churned for that and said nothing; empty for
   * everyone else, whatever came late.
   */
  public static Optional<ShopOrder> brokenTrust(SampleShopper shopper, ShopperOrders history) {
    if (shopper.kind() != ShopperKind.SILENT_LEAVER || history.end >= SamplePeriod.DAYS) {
      return Optional.empty();
    }
    ShopOrder last = history.orders.get(history.orders.size() - 1);
    return Optional.of(last)
        .filter(order -> order.delivery().filter(OrderDelivery::late).isPresent());
  }

  public static ShopperOrders of(ShopPopulation shop, SampleShopper shopper) {
    return new ShoppingCourse(shop, shopper).run();
  }

  /** One customer's way through the period. */
  private static final class ShoppingCourse {
    private final ShopPopulation shop;
    private final SampleShopper shopper;
    private final SeededDraws draws;
    private final List<ShopOrder> orders = new ArrayList<>();

    ShoppingCourse(ShopPopulation shop, SampleShopper shopper) {
      this.shop = shop;
      this.shopper = shopper;
      this.draws = shop.draws(shopper.number(), SeededDraws.DrawPurpose.HISTORY);
    }

    ShopperOrders run() {
      double day = shopper.firstOrder();
      while (day < SamplePeriod.DAYS) {
        boolean leaves = draws.chance(shopper.traits().leaveShare());
        orders.add(order(day, leaves ? lastLateShare() : LATE_SHARE));
        if (leaves) {
          return new ShopperOrders(
              orders, Math.min(SamplePeriod.DAYS, day + draws.exponential(20)));
        }
        day = next(day);
      }
      return new ShopperOrders(orders, SamplePeriod.DAYS);
    }

    /** A silent leaver churns because something went wrong, and says nothing. */
    private double lastLateShare() {
      return shopper.kind() == ShopperKind.SILENT_LEAVER ? BREAK_SHARE : LATE_SHARE;
    }

    private double next(double day) {
      double later = day;
      do {
        later += draws.exponential(YEAR / (ordersPerYear() * SamplePeriod.BUSIEST));
      } while (later < SamplePeriod.DAYS
          && !draws.chance(SamplePeriod.season(later) / SamplePeriod.BUSIEST));
      return later;
    }

    /** The wholesale buyer grows with the shop, and so stays one of many but far ahead. */
    private double ordersPerYear() {
      return shopper.kind() == ShopperKind.WHOLESALER
          ? Math.min(MOST_ORDERS, shop.size().customers() / 10.0) / 2
          : shopper.traits().ordersPerYear();
    }

    private ShopOrder order(double day, double lateShare) {
      String id = "A" + shopper.code() + "-" + (orders.size() + 1);
      var at = shopper.at(day);
      ShopOrder.ShopPlace place = place();
      Optional<String> promotion = promotion(day);
      Optional<OrderDelivery> delivery =
          place == ShopOrder.ShopPlace.STORE
              ? Optional.empty()
              : Optional.of(OrderDelivery.draw(at, lateShare, draws));
      List<OrderLine> lines = lines(promotion.isPresent(), day);
      return new ShopOrder(id, day, at, place, promotion, delivery, lines);
    }

    private ShopOrder.ShopPlace place() {
      return draws.chance(0.5 + 0.2 * shopper.evening())
          ? ShopOrder.ShopPlace.APP
          : draws.chance(0.75) ? ShopOrder.ShopPlace.WEB : ShopOrder.ShopPlace.STORE;
    }

    private Optional<String> promotion(double day) {
      if (!draws.chance(shopper.traits().promotionShare())) {
        return Optional.empty();
      }
      String month = SamplePeriod.dayOf(day).format(MONTH);
      return Optional.of(draws.chance(0.7) ? "SALE-" + month : "COUPON-" + month);
    }

    private List<OrderLine> lines(boolean promoted, double day) {
      BuyingHabits buying = shopper.behaviour().buying();
      List<OrderLine> lines = new ArrayList<>();
      int count = 1 + draws.poisson(buying.lines() - 1);
      for (int line = 0; line < count; line++) {
        ShopProduct product =
            ShopProduct.choose(
                shop, draws, shopper.kind().persona.interest(), buying.premiumShare());
        ShopProduct sold = ProductLaunch.sold(shop, shopper, product, day);
        lines.add(OrderLine.draw(sold, 1 + draws.poisson(0.25), discount(promoted)));
      }
      return lines;
    }

    /** Off the full price: by the promotion, or now and then because a thing is sold off. */
    private double discount(boolean promoted) {
      if (!promoted) {
        return draws.chance(SOLD_OFF_SHARE) ? 0.1 : 0;
      }
      double usual = shopper.behaviour().buying().discount();
      return Math.min(0.6, Math.max(0.05, draws.normal(usual, 0.06)));
    }
  }
}
