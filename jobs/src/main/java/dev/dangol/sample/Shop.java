package dev.dangol.sample;

import java.io.Serializable;
import java.util.Optional;

/** Everybody the shop knows: each customer is made when he is asked for, and always the same. */
record Shop(SampleSize size) implements Serializable {
  private static final int WHOLESALER = 0;
  private static final int ATTEMPTS = 80;

  Draws draws(long number, Draws.Purpose purpose) {
    return Draws.of(size.seed(), number, purpose);
  }

  Shopper shopper(long number) {
    return Shopper.of(number, kind(number), draws(number, Draws.Purpose.TRAITS));
  }

  /**
   * Who brought this customer: people are asked at random until one is found who recommends readily
   * and had bought before; empty where nobody is found, or where no friend brought him.
   */
  Optional<Shopper> referrer(Shopper referred) {
    Draws draws = draws(referred.number(), Draws.Purpose.REFERRER);
    for (int attempt = 0; referred.byFriend() && attempt < ATTEMPTS; attempt++) {
      Shopper asked = shopper(draws.below(size.customers()));
      if (draws.chance(asked.traits().referralPull()) && asked.firstOrder() < referred.signedUp()) {
        return Optional.of(asked);
      }
    }
    return Optional.empty();
  }

  private ShopperKind kind(long number) {
    return number == WHOLESALER
        ? ShopperKind.WHOLESALER
        : ShopperKind.drawn(draws(number, Draws.Purpose.KIND));
  }
}
