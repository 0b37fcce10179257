package dev.dangol.ranks;

import dev.dangol.sql.SqlText;
import dev.dangol.table.Field;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.spark.sql.Column;

/**
 * Where anybody stands among all customers of a day, measure by measure. Places are told by
 * counting, so that customers who are alike share one.
 */
public final class PercentileRanks {
  private final Map<Field, ValueDistribution> spreads;

  PercentileRanks(Map<Field, ValueDistribution> spreads) {
    this.spreads = Map.copyOf(spreads);
  }

  /** The measures that were counted. */
  public Set<Field> measures() {
    return spreads.keySet();
  }

  /** Customers of whom the measure is known. */
  public long measuredCount(Field measure) {
    return spreads.get(measure).measuredCount();
  }

  /** Customers with less; null where the customer's own is. */
  public Column below(Field measure) {
    ValueDistribution spread = spreads.get(measure);
    return SqlText.number(value -> (double) spread.below(value), measure.col());
  }

  /** Customers with less or as much; null where the customer's own is. */
  public Column upTo(Field measure) {
    ValueDistribution spread = spreads.get(measure);
    return SqlText.number(value -> (double) spread.upTo(value), measure.col());
  }

  /**
   * The percentile rank, 0 to 1: the share of the measured customers below and half of those alike;
   * null where the customer's own measure is.
   */
  public Column midRank(Field measure) {
    return SqlText.number(spreads.get(measure)::midRank, measure.col());
  }

  /** The customers' median; empty where nobody's is known. */
  public OptionalDouble median(Field measure) {
    return spreads.get(measure).median();
  }

  /**
   * The smallest value of which the percentile rank is at least the share, 0 to 1; empty where no
   * value's is, as where the highest is shared by many.
   */
  public OptionalDouble lowestFrom(Field measure, double share) {
    return spreads.get(measure).lowestFrom(share);
  }

  /**
   * The largest value of which the percentile rank is at most the share, 0 to 1; empty where no
   * value's is.
   */
  public OptionalDouble highestUpTo(Field measure, double share) {
    return spreads.get(measure).highestUpTo(share);
  }

  /** True where nobody has any of it, so that it cannot be told from not being recorded. */
  public boolean neverSeen(Field measure) {
    return !spreads.get(measure).anyAboveZero();
  }
}
