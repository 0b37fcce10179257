package dev.dangol.sample.people;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sale of one order line, and what became of it.
 *
 * @param number of the line in its order, from 1
 * @param categoryUnknown true where the shop's system lost the category
 * @param repeated true where the customer had ordered it once more by mistake, and cancelled that
 * @param returned when they were paid back, if they sent it back
 */
public record LineSale(
    ShopOrder order,
    int number,
    boolean categoryUnknown,
    boolean repeated,
    Optional<LocalDateTime> returned) {
  private static final double CANCELLED_SHARE = 0.01;
  private static final double UNKNOWN_SHARE = 0.01;
  private static final int MINUTES_PER_DAY = 24 * 60;

  /** Everything that one customer bought, line by line. */
  public static List<LineSale> of(
      ShopPopulation shop, SampleShopper shopper, ShopperOrders history) {
    SeededDraws draws = shop.draws(shopper.number(), SeededDraws.DrawPurpose.PURCHASES);
    double refundShare = shopper.behaviour().buying().refundShare();
    List<LineSale> sales = new ArrayList<>();
    for (ShopOrder order : history.orders()) {
      for (int number = 1; number <= order.lines().size(); number++) {
        boolean categoryUnknown = draws.chance(UNKNOWN_SHARE);
        boolean repeated = draws.chance(CANCELLED_SHARE);
        var back = order.at().plusMinutes(draws.whole(4 * MINUTES_PER_DAY, 20 * MINUTES_PER_DAY));
        boolean returned = draws.chance(refundShare) && SamplePeriod.covers(back);
        Optional<LocalDateTime> when = returned ? Optional.of(back) : Optional.empty();
        sales.add(new LineSale(order, number, categoryUnknown, repeated, when));
      }
    }
    return sales;
  }

  public OrderLine line() {
    return order.lines().get(number - 1);
  }
}
