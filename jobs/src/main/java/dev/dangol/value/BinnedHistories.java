package dev.dangol.value;

import dev.dangol.value.model.HistoryCounts;
import dev.dangol.value.model.PurchaseHistory;
import java.util.HashMap;
import java.util.Map;

/**
 * Purchase histories counted one by one, in the smallest bins of days that keep a bound. The bins,
 * and so the numbers, are those that {@link ModelFitting} counts in on the cluster, and no more
 * than the bound is ever held.
 */
final class BinnedHistories {
  private final int most;
  private int days = 1;
  private Map<HistoryBin, BinTotals> bins = new HashMap<>();

  /**
   * Starts without customers.
   *
   * @param most how many distinct histories may be kept apart
   */
  BinnedHistories(int most) {
    this.most = most;
  }

  private record HistoryBin(long frequency, long recency, long age) {
    HistoryBin of(long recencyDays, long ageDays) {
      return new HistoryBin(frequency, recencyDays, ageDays);
    }
  }

  /** Days added up over so many customers. */
  private record BinTotals(long recency, long age, long customers) {
    BinTotals and(BinTotals other) {
      return new BinTotals(recency + other.recency, age + other.age, customers + other.customers);
    }
  }

  /** Counts so many customers more, who have one history in whole days. */
  void add(long frequency, long recencyDays, long ageDays, long customers) {
    merge(
        new HistoryBin(frequency, recencyDays / days, ageDays / days),
        new BinTotals(recencyDays * customers, ageDays * customers, customers));
    while (bins.size() > most && days < ModelFitting.ALL_TIME) {
      widen();
    }
  }

  private void merge(HistoryBin bin, BinTotals content) {
    bins.merge(bin, content, BinTotals::and);
  }

  /** Every bin lies within one of the wider ones. */
  private void widen() {
    Map<HistoryBin, BinTotals> narrow = bins;
    long before = days;
    days = ModelFitting.wider(days);
    bins = new HashMap<>();
    narrow.forEach(
        (bin, content) ->
            merge(bin.of(bin.recency() * before / days, bin.age() * before / days), content));
  }

  /** The customers counted, each bin at the mean of those in it. */
  HistoryCounts triples() {
    HistoryCounts.HistoryCounter counter = new HistoryCounts.HistoryCounter();
    bins.forEach(
        (bin, content) -> {
          double customers = content.customers();
          counter.add(
              PurchaseHistory.ofDays(
                  (double) bin.frequency(),
                  content.recency() / customers,
                  content.age() / customers),
              customers);
        });
    return counter.triples();
  }
}
