package dev.dangol.sample.people;

/**
 * What is planted in one customer, drawn around the means of his kind: purchase rates are
 * gamma-distributed and shares beta-distributed, as the BG/NBD model has it.
 *
 * @param ordersPerYear orders a year while he stays
 * @param leaveShare chance of leaving for good after an order
 * @param promotionShare share of his orders with a promotion
 * @param reviewShare reviews per order
 * @param rating mean rating
 * @param warmth share of his contacts that answer the business or spread its word
 * @param referralPull how readily he is the one who brought a new customer, 0 to 1
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

  /** How far he is from content, 0 to 1. */
  double discontent() {
    return (5 - rating) / 4;
  }

  /** How readily he says what is wrong, 0 to 1: discontent, and likes to write. */
  double frankness() {
    return reviewShare * discontent();
  }
}
