package dev.dangol.sample.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * First failure of the shop towards a customer, and what its repair did. Of those whose case was
 * resolved within a month and who would have stayed away for the three months after it, most come
 * back for one more order; whose was not resolved buy as they would have. Whether a case is
 * resolved depends on how it came in and on nothing that its customer does later.
 *
 * @param repaired true where the case was resolved within a month and not opened again in it
 * @param returnsAnyway true where they buy in the three months after that month, repaired or not
 * @param sale what they buy because of the repair; empty where it brought nothing
 */
public record RepairedFailure(boolean repaired, boolean returnsAnyway, Optional<LineSale> sale) {
  private static final int LANDMARK = 30;
  private static final int SPAN = 90;

  /** Share of those who come back because of the repair among those who would not have. */
  private static final double WON_BACK = 0.7;

  /**
   * The first failure towards a customer, once the months after it are over; empty without one, and
   * where they had bought nothing before it.
   */
  public static Optional<RepairedFailure> of(ShopPopulation shop, SampleShopper shopper) {
    ShopperOrders history = ShopperOrders.of(shop, shopper);
    return SupportCases.firstFault(shop, shopper)
        .filter(fault -> isMeasured(history, fault.opened().toLocalDate()))
        .map(
            fault -> {
              LocalDate failed = fault.opened().toLocalDate();
              LocalDate from = failed.plusDays(LANDMARK + 1);
              boolean anyway = bought(history, from, failed.plusDays(LANDMARK + SPAN));
              boolean repaired = fault.isRepairedWithin(LANDMARK);
              SeededDraws draws = shop.draws(shopper.number(), SeededDraws.DrawPurpose.REPAIRS);
              boolean wonBack = draws.chance(WON_BACK) && repaired && !anyway;
              return new RepairedFailure(
                  repaired,
                  anyway,
                  wonBack ? Optional.of(sale(shop, shopper, from, draws)) : Optional.empty());
            });
  }

  /** True where they buy in the three months after the month of the repair. */
  public boolean returns() {
    return returnsAnyway || sale.isPresent();
  }

  private static boolean isMeasured(ShopperOrders history, LocalDate failed) {
    return bought(history, SamplePeriod.START, failed.minusDays(1))
        && failed.plusDays(LANDMARK + SPAN).isBefore(SamplePeriod.END);
  }

  private static boolean bought(ShopperOrders history, LocalDate from, LocalDate until) {
    return history.orders().stream()
        .map(order -> order.at().toLocalDate())
        .anyMatch(day -> !day.isBefore(from) && !day.isAfter(until));
  }

  private static LineSale sale(
      ShopPopulation shop, SampleShopper shopper, LocalDate from, SeededDraws draws) {
    double first = from.toEpochDay() - SamplePeriod.START.toEpochDay();
    double day = draws.between(first + 1, first + SPAN - 2);
    var at = shopper.at(day);
    int number = ShopperOrders.of(shop, shopper).orders().size() + 1;
    ShopProduct product =
        ShopProduct.choose(
            shop,
            draws,
            shopper.kind().persona.interest(),
            shopper.behaviour().buying().premiumShare());
    ShopOrder order =
        new ShopOrder(
            "A" + shopper.code() + "-" + number,
            day,
            at,
            ShopOrder.ShopPlace.WEB,
            Optional.empty(),
            Optional.of(OrderDelivery.draw(at, 0, draws)),
            List.of(OrderLine.draw(product, 1, 0)));
    return new LineSale(order, 1, false, false, Optional.empty());
  }
}
