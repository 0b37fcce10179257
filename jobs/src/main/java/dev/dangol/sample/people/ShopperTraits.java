package dev.dangol.sample.people;

/**
 * Traits planted in one customer, drawn around the means of their kind. Purchase rates are
 * gamma-distributed and shares beta-distributed, as the BG/NBD model has it.
 *
 * @param ordersPerYear orders a year while they stay
 * @param leaveShare chance of churning after an order
 * @param promotionShare share of their orders with a promotion
 * @param reviewShare reviews per order
 * @param rating mean rating
 * @param warmth share of their contacts that answer the business or spread its word
 * @param referralPull how readily they are the one who brought a new customer, 0 to 1
 */
public record ShopperTraits(
    double ordersPerYear,
    double leaveShare,
    double promotionShare,
    double reviewShare,
    double rating,
    double warmth,
    double referralPull) {

  static ShopperTraits of(ShopperBehaviour kind, SeededDraws draws) {
    return new ShopperTraits(
        draws.gamma(3, kind.buying().ordersPerYear()),
        draws.share(kind.buying().leaveShare(), 12),
        draws.share(kind.buying().promotionShare(), 9),
        draws.share(kind.opinion().reviewShare(), 9),
        Math.min(5, Math.max(1.2, draws.normal(kind.opinion().rating(), 0.45))),
        draws.share(kind.presence().warmth(), 9),
        draws.share(kind.presence().referralPull(), 5));
  }

  /** The distance from being content, 0 to 1. */
  double discontent() {
    return (5 - rating) / 4;
  }

  /** The readiness to say what is wrong, 0 to 1: discontent, and fond of writing. */
  double frankness() {
    return reviewShare * discontent();
  }
}
