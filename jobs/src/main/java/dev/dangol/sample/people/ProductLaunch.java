package dev.dangol.sample.people;

import java.util.List;

/**
 * Launch of a product in place of an older one of the same price. For the first month only the
 * curious buy it, who are most of every kind. Then it is sold out for a while; and later it takes
 * the older one's place for everyone, or it is given up, and nobody follows the curious.
 *
 * @param older the code of the product whose place it takes
 * @param sku its own code
 * @param day when it comes, in days since the start of the period
 * @param followed true where it takes the older one's place
 */
public record ProductLaunch(String older, String sku, int day, boolean followed) {
  private static final int MONTH = 30;
  private static final int SOLD_OUT = 15;
  private static final double CURIOUS = 0.8;

  /** All launches: everyday things for the home, which most customers buy. */
  public static final List<ProductLaunch> ALL =
      List.of(
          new ProductLaunch("HO-D-1", "HO-D-11", 150, true),
          new ProductLaunch("HO-D-2", "HO-D-12", 180, true),
          new ProductLaunch("HO-D-3", "HO-D-13", 210, true),
          new ProductLaunch("HO-D-4", "HO-D-14", 240, true),
          new ProductLaunch("HO-D-5", "HO-D-15", 150, false),
          new ProductLaunch("HO-D-6", "HO-D-16", 180, false),
          new ProductLaunch("HO-D-7", "HO-D-17", 210, false),
          new ProductLaunch("HO-D-8", "HO-D-18", 240, false));

  /** The product that a customer gets who chooses one on a day. */
  static ShopProduct sold(
      ShopPopulation shop, SampleShopper shopper, ShopProduct chosen, double moment) {
    for (ProductLaunch launch : ALL) {
      if (launch.older.equals(chosen.sku()) && launch.isSold(shop, shopper, moment)) {
        return new ShopProduct(launch.sku, chosen.category(), chosen.line(), chosen.listPrice());
      }
    }
    return chosen;
  }

  private boolean isSold(ShopPopulation shop, SampleShopper shopper, double moment) {
    return isNew(moment)
        ? shop.draws(shopper.number(), SeededDraws.DrawPurpose.LAUNCHES).chance(CURIOUS)
        : followed && moment >= day + MONTH + SOLD_OUT;
  }

  private boolean isNew(double moment) {
    return moment >= day && moment < day + MONTH;
  }

  /** True where something was bought while it was new. */
  public boolean isEarlyIn(List<ShopOrder> orders) {
    return orders.stream()
        .filter(order -> isNew(order.day()))
        .flatMap(order -> order.lines().stream())
        .anyMatch(line -> line.product().sku().equals(sku));
  }
}
