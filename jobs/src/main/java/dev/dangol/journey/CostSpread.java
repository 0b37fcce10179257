package dev.dangol.journey;

import dev.dangol.journey.CostLedger.CostSum;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Spread of the rows of {@code costs} over the touches of one goal. Each is spread evenly over
 * those of its month that match what it names. Parts are not rounded before they are added up.
 */
final class CostSpread implements Serializable {
  private static final long serialVersionUID = 1;
  private static final MathContext EXACT = MathContext.DECIMAL128;

  private final Map<CostKey, BigDecimal> rates = new HashMap<>();
  private long unmatched;

  /**
   * Cost to be spread.
   *
   * @param month year times twelve plus the month
   * @param stage the place of the stage that it names; -1 for one that does not exist, null for
   *     none
   * @param channel null for none
   * @param campaign null for none
   * @param amount in units
   */
  record SpreadCost(int month, Integer stage, String channel, String campaign, long amount)
      implements Serializable {
    private boolean matches(CostKey key) {
      return key.month() == month
          && (stage == null || stage == key.stage())
          && (channel == null || Objects.equals(channel, key.channel()))
          && (campaign == null || Objects.equals(campaign, key.campaign()));
    }
  }

  /**
   * Spreads costs.
   *
   * @param touches all touches of the goal, those of no journey included
   */
  static CostSpread of(List<SpreadCost> costs, CostLedger touches) {
    CostSpread spread = new CostSpread();
    Map<CostKey, Long> counts = new HashMap<>();
    touches.forEach(
        (key, sum) -> {
          if (sum.touches() > 0) {
            counts.put(key, sum.touches());
          }
        });
    for (SpreadCost cost : costs) {
      List<CostKey> matched = counts.keySet().stream().filter(cost::matches).toList();
      long all = matched.stream().mapToLong(counts::get).sum();
      if (all == 0) {
        spread.unmatched += cost.amount();
      } else {
        BigDecimal rate = BigDecimal.valueOf(cost.amount()).divide(BigDecimal.valueOf(all), EXACT);
        matched.forEach(key -> spread.rates.merge(key, rate, BigDecimal::add));
      }
    }
    return spread;
  }

  /** The costs of a ledger with those spread over its touches, in units. */
  BigDecimal units(CostLedger ledger) {
    BigDecimal[] sum = {BigDecimal.valueOf(ledger.amount())};
    ledger.forEach((key, part) -> sum[0] = sum[0].add(spread(key, part)));
    return sum[0];
  }

  /** The amount that matches no touch, in units. */
  long unmatched() {
    return unmatched;
  }

  private BigDecimal spread(CostKey key, CostSum part) {
    return Optional.ofNullable(rates.get(key))
        .map(rate -> rate.multiply(BigDecimal.valueOf(part.touches())))
        .orElse(BigDecimal.ZERO);
  }

  /** Units as an amount, rounded half-up. */
  static BigDecimal amount(BigDecimal units) {
    return units.movePointLeft(4).setScale(4, RoundingMode.HALF_UP);
  }
}
