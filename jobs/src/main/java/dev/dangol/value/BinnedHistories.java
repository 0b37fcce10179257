package dev.dangol.value;

import dev.dangol.value.model.History;
import dev.dangol.value.model.Triples;
import java.util.HashMap;
import java.util.Map;

/**
 * Histories counted one by one, in the smallest bins of days that keep a bound: the bins, and so
 * the numbers, are those that {@link ValueFit} counts in on the cluster, and no more than the bound
 * is ever held.
 */
final class BinnedHistories {
  private final int most;
  private int days = 1;
  private Map<Bin, Content> bins = new HashMap<>();

  /**
   * Holds nobody.
   *
   * @param most how many distinct histories may stand for themselves
   */
  BinnedHistories(int most) {
    this.most = most;
  }

  private record Bin(long frequency, long recency, long age) {
    Bin of(long recencyDays, long ageDays) {
      return new Bin(frequency, recencyDays, ageDays);
    }
  }

  /** Days added up over so many customers. */
  private record Content(long recency, long age, long customers) {
    Content and(Content other) {
      return new Content(recency + other.recency, age + other.age, customers + other.customers);
    }
  }

  /** Counts so many customers more, who have one history in whole days. */
  void add(long frequency, long recencyDays, long ageDays, long customers) {
    merge(
        new Bin(frequency, recencyDays / days, ageDays / days),
        new Content(recencyDays * customers, ageDays * customers, customers));
    while (bins.size() > most && days < ValueFit.ALL_TIME) {
      widen();
    }
  }

  private void merge(Bin bin, Content content) {
    bins.merge(bin, content, Content::and);
  }

  /** Every bin lies within one of the wider ones. */
  private void widen() {
    Map<Bin, Content> narrow = bins;
    long before = days;
    days = ValueFit.wider(days);
    bins = new HashMap<>();
    narrow.forEach(
        (bin, content) ->
            merge(bin.of(bin.recency() * before / days, bin.age() * before / days), content));
  }

  /** The customers counted, each bin at the mean of those in it. */
  Triples triples() {
    Triples.Counter counter = new Triples.Counter();
    bins.forEach(
        (bin, content) -> {
          double customers = content.customers();
          counter.add(
              History.ofDays(
                  (double) bin.frequency(),
                  content.recency() / customers,
                  content.age() / customers),
              customers);
        });
    return counter.triples();
  }
}
