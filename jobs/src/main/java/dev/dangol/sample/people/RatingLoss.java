package dev.dangol.sample.people;

/** Loss of stars that was planted: why a review is worse than it would have been. */
public enum RatingLoss {
  /** A sale that promised more than it kept. */
  PROMISE,
  /** A product that became worse. */
  FADING,
  /** A product so cheap that it disappoints. */
  CHEAPNESS,
  /** A smell that some customers cannot bear. */
  SMELL;

  /** The stars that a customer's review of a product, bought in an order, loses. */
  public double stars(
      ShopPopulation shop, SampleShopper shopper, ShopOrder order, ShopProduct product) {
    return switch (this) {
      case PROMISE -> BrokenPromise.lostStars(order);
      case FADING -> FadingProduct.lostStars(product, order.day());
      case CHEAPNESS -> CheapProduct.lostStars(shop, product);
      case SMELL -> SpokenNeed.lostStars(shop, shopper);
    };
  }
}
