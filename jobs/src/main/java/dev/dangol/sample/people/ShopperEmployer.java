package dev.dangol.sample.people;

import java.util.List;
import java.util.Optional;

/**
 * Employer for whom a customer buys.
 *
 * @param company its code
 * @param role the customer's role there
 */
public record ShopperEmployer(String company, String role) {
  private static final double SHARE = 0.04;
  private static final long PEOPLE = 6;
  private static final List<String> ROLES = List.of("사원", "사원", "사원", "총무", "구매 담당", "대표");

  /** The employer of a few customers; empty for most. */
  public static Optional<ShopperEmployer> of(ShopPopulation shop, SampleShopper shopper) {
    SeededDraws draws = shop.draws(shopper.number(), SeededDraws.DrawPurpose.COMPANIES);
    if (!draws.chance(SHARE)) {
      return Optional.empty();
    }
    long companies = Math.max(1, (long) (shop.size().customers() * SHARE / PEOPLE));
    return Optional.of(new ShopperEmployer("B" + (1 + draws.below(companies)), draws.one(ROLES)));
  }
}
