package dev.dangol.features.purchases;

import dev.dangol.features.fold.FoldedDay;
import dev.dangol.ranks.GroupValueCounts;
import java.io.Serializable;

/**
 * Counts of a census of purchase lines: prices by category, and the first buyers of products.
 *
 * @param described the prices of lines known on the day described
 * @param before those known on the earlier day
 * @param products the products that were bought
 */
record CensusCounts(GroupValueCounts described, GroupValueCounts before, ProductCensus products)
    implements Serializable {
  /** Nothing counted yet. */
  CensusCounts() {
    this(new GroupValueCounts(), new GroupValueCounts(), new ProductCensus());
  }

  /** The prices of the lines that were known on a day. */
  GroupValueCounts prices(FoldedDay day) {
    return day == FoldedDay.DESCRIBED ? described : before;
  }

  void addAll(CensusCounts other) {
    described.addAll(other.described);
    before.addAll(other.before);
    products.addAll(other.products);
  }
}
