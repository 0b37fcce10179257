package dev.dangol.ranks;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Counts of the values of one number by group, such as prices by category. Of each group no more is
 * held than of a measure, however many rows it has.
 */
public final class GroupValueCounts implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<UTF8String, ValueCounts> groups = new HashMap<>();

  /** Adds a value of a group; its name may be another's once it was added. */
  public void add(UTF8String group, double value) {
    ValueCounts counts = groups.get(group);
    if (counts == null) {
      counts = new ValueCounts();
      groups.put(group.copy(), counts);
    }
    counts.add(value);
  }

  /** Adds the counts of another. */
  public void addAll(GroupValueCounts other) {
    other.groups.forEach(
        (group, counts) ->
            groups
                .computeIfAbsent(group, any -> new ValueCounts())
                .add(counts.keys(), counts.counts(), counts.dropped()));
  }

  /** The same, with every value sorted in, as it has to be before it is sent anywhere. */
  public GroupValueCounts settled() {
    groups.values().forEach(ValueCounts::keys);
    return this;
  }

  /** The ranks that the values added so far have. */
  public GroupRanks ranks() {
    Map<UTF8String, ValueDistribution> ranks = new HashMap<>();
    groups.forEach((group, counts) -> ranks.put(group, new ValueDistribution(counts)));
    return new GroupRanks(ranks);
  }
}
