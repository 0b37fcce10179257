package dev.dangol.ranks;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/** Percentile ranks of the values of one number, each within its group. */
public final class GroupRanks implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<UTF8String, ValueDistribution> groups;

  GroupRanks(Map<UTF8String, ValueDistribution> groups) {
    this.groups = new HashMap<>(groups);
  }

  /**
   * The share of the group's values below, and half of those that are the same: 0 to 1.
   *
   * @param group one that was counted
   */
  public double midRank(UTF8String group, double value) {
    return groups.get(group).midRank(value);
  }
}
