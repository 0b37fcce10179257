package dev.dangol.features.purchases;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Census of products by the days on which customers first bought them. Of each product it holds the
 * buyers of its first days, day by day, and the number of all later ones: the same counts in
 * whatever order customers come.
 */
final class ProductCensus implements Serializable {
  /** So many days from its first sale a product is new. */
  static final int NEW_DAYS = 30;

  private static final long serialVersionUID = 1L;

  private final HashMap<UTF8String, FirstBuyers> products = new HashMap<>();

  /**
   * Adds a customer who bought a product.
   *
   * @param product a text of its own
   * @param day the first day on which they did, in days since 1970
   */
  void add(UTF8String product, int day) {
    products.computeIfAbsent(product, any -> new FirstBuyers(day)).add(day);
  }

  /** Adds the customers of another census. */
  void addAll(ProductCensus other) {
    other.products.forEach(
        (product, buyers) ->
            products
                .computeIfAbsent(product, any -> new FirstBuyers(buyers.soldFrom))
                .addAll(buyers));
  }

  /**
   * The products that others took to: sold from a day on, which is not one of the first days of all
   * sales, and bought after it was new by at least as many as half of the products were. The first
   * day on which each was no longer new, in days since 1970.
   */
  Map<UTF8String, Integer> newUntil() {
    long[] later = products.values().stream().mapToLong(buyers -> buyers.later).sorted().toArray();
    Map<UTF8String, Integer> taken = new HashMap<>();
    if (later.length == 0) {
      return taken;
    }
    double half = (later[(later.length - 1) / 2] + later[later.length / 2]) / 2.0;
    int from = products.values().stream().mapToInt(buyers -> buyers.soldFrom).min().getAsInt();
    products.forEach(
        (product, buyers) -> {
          boolean isNews = buyers.soldFrom >= from + NEW_DAYS;
          if (isNews && buyers.later > 0 && buyers.later >= half) {
            taken.put(product, buyers.soldFrom + NEW_DAYS);
          }
        });
    return taken;
  }

  /** First buyers of one product. */
  private static final class FirstBuyers implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int[] early = new int[NEW_DAYS];
    private int soldFrom;
    private long later;

    FirstBuyers(int soldFrom) {
      this.soldFrom = soldFrom;
    }

    void add(int day) {
      open(day);
      count(day - soldFrom, 1);
    }

    void addAll(FirstBuyers other) {
      open(other.soldFrom);
      later += other.later;
      for (int place = 0; place < NEW_DAYS; place++) {
        count(other.soldFrom + place - soldFrom, other.early[place]);
      }
    }

    /** Makes a day the first one, where it is earlier. */
    private void open(int day) {
      int moved = soldFrom - day;
      if (moved <= 0) {
        return;
      }
      int[] before = early.clone();
      Arrays.fill(early, 0);
      soldFrom = day;
      for (int place = 0; place < NEW_DAYS; place++) {
        count(place + moved, before[place]);
      }
    }

    private void count(int place, int buyers) {
      if (place < NEW_DAYS) {
        early[place] += buyers;
      } else {
        later += buyers;
      }
    }
  }
}
