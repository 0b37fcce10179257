package dev.dangol.sample.people;

import java.io.Serializable;
import java.util.Optional;

/** Population that the shop knows: each customer is made on request, and always the same. */
public record ShopPopulation(SampleSize size) implements Serializable {
  private static final int WHOLESALER = 0;
  private static final int ATTEMPTS = 80;

  public SeededDraws draws(long number, SeededDraws.DrawPurpose purpose) {
    return SeededDraws.of(size.seed(), number, purpose);
  }

  public SampleShopper shopper(long number) {
    return SampleShopper.of(number, kind(number), draws(number, SeededDraws.DrawPurpose.TRAITS));
  }

  /**
   * The customer who brought this one. People are asked at random until one is found who recommends
   * readily and had bought before; empty where none is found, or where no friend brought them.
   */
  public Optional<SampleShopper> referrer(SampleShopper referred) {
    SeededDraws draws = draws(referred.number(), SeededDraws.DrawPurpose.REFERRER);
    for (int attempt = 0; referred.byFriend() && attempt < ATTEMPTS; attempt++) {
      SampleShopper asked = shopper(draws.below(size.customers()));
      if (draws.chance(asked.traits().referralPull()) && asked.firstOrder() < referred.signedUp()) {
        return Optional.of(asked);
      }
    }
    return Optional.empty();
  }

  private ShopperKind kind(long number) {
    return number == WHOLESALER
        ? ShopperKind.WHOLESALER
        : ShopperKind.draw(draws(number, SeededDraws.DrawPurpose.KIND));
  }
}
