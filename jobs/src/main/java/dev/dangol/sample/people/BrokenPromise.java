package dev.dangol.sample.people;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sale that promised more than it kept. Whoever bought in it rates what they bought lower by a star
 * than they would have, and sends some of it back that they would have kept; nothing else changes.
 */
public final class BrokenPromise {
  /** The promotion of its orders. */
  public static final String CAMPAIGN = "SALE-202510";

  private static final double STARS = 1;
  private static final double RETURNED_SHARE = 0.12;
  private static final int MINUTES_PER_DAY = 24 * 60;

  private BrokenPromise() {}

  /** The stars that a review of an order loses. */
  public static double lostStars(ShopOrder order) {
    return order.promotion().filter(CAMPAIGN::equals).isPresent() ? STARS : 0;
  }

  /** The sales to one customer that are sent back because of it, with the moment. */
  public static List<LineSale> returned(
      ShopPopulation shop, SampleShopper shopper, List<LineSale> sales) {
    SeededDraws draws = shop.draws(shopper.number(), SeededDraws.DrawPurpose.PROMISES);
    List<LineSale> returned = new ArrayList<>();
    for (LineSale sale : sales) {
      if (lostStars(sale.order()) > 0 && sale.returned().isEmpty()) {
        boolean comesBack = draws.chance(RETURNED_SHARE);
        LocalDateTime at =
            sale.order().at().plusMinutes(draws.whole(4 * MINUTES_PER_DAY, 20 * MINUTES_PER_DAY));
        if (comesBack) {
          returned.add(
              new LineSale(
                  sale.order(), sale.number(), sale.categoryUnknown(), false, Optional.of(at)));
        }
      }
    }
    return returned;
  }
}
