package dev.dangol.ranks;

import dev.dangol.sql.SqlText;
import dev.dangol.table.Field;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.spark.sql.Column;

/** Percentile ranks over all customers of a day. Computed from value counts; ties share a rank. */
public final class PercentileRanks {
  private final Map<Field, ValueDistribution> spreads;

  PercentileRanks(Map<Field, ValueDistribution> spreads) {
    this.spreads = Map.copyOf(spreads);
  }

  /** The measures that were counted. */
  public Set<Field> measures() {
    return spreads.keySet();
  }

  /** The number of customers with a known value of the measure. */
  public long measuredCount(Field measure) {
    return spreads.get(measure).measuredCount();
  }

  /** The number of customers with a smaller value; null where the customer's own is null. */
  public Column below(Field measure) {
    ValueDistribution spread = spreads.get(measure);
    return SqlText.number(value -> (double) spread.below(value), measure.col());
  }

  /** The number of customers with at most the same value; null where the customer's own is null. */
  public Column upTo(Field measure) {
    ValueDistribution spread = spreads.get(measure);
    return SqlText.number(value -> (double) spread.upTo(value), measure.col());
  }

  /**
   * The percentile rank, 0 to 1: the share of the measured customers below and half of those with
   * the same value; null where the customer's own value is null.
   */
  public Column midRank(Field measure) {
    return SqlText.number(spreads.get(measure)::midRank, measure.col());
  }

  /**
   * The place of a value of the measure, 0 to 1, where each band has an equal part of the way; null
   * where the value is null.
   */
  public Column place(Field measure, RankBands bands, Column value) {
    ValueDistribution spread = spreads.get(measure);
    return SqlText.number(number -> spread.place(number, bands), value);
  }

  /** The median over all customers; empty where no customer has a known value. */
  public OptionalDouble median(Field measure) {
    return spreads.get(measure).median();
  }

  /**
   * The smallest value with a percentile rank of at least the share, 0 to 1; empty where no value
   * has one, as where many customers share the highest.
   */
  public OptionalDouble lowestFrom(Field measure, double share) {
    return spreads.get(measure).lowestFrom(share);
  }

  /**
   * The largest value with a percentile rank of at most the share, 0 to 1; empty where no value has
   * one.
   */
  public OptionalDouble highestUpTo(Field measure, double share) {
    return spreads.get(measure).highestUpTo(share);
  }

  /** True where no customer has more than 0, so that the measure may just not be recorded. */
  public boolean neverSeen(Field measure) {
    return !spreads.get(measure).anyAboveZero();
  }
}
