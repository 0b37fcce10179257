package dev.dangol.features.voice;

import dev.dangol.features.fold.CustomerReview;
import dev.dangol.features.fold.DeliveredLine;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/** Products of one customer, with the moment at which they first bought each. */
public final class BoughtProducts {
  private final VerificationRule rule;
  private final Map<UTF8String, Long> moments = new HashMap<>();

  /** Products as far as a rule needs them. */
  public BoughtProducts(VerificationRule rule) {
    this.rule = rule;
  }

  /** Forgets all products. */
  public void clear() {
    moments.clear();
  }

  /** Adds a line. */
  public void add(DeliveredLine line) {
    UTF8String product = line.product();
    if (!rule.isMarked() || product == null || !line.isBought()) {
      return;
    }
    Long known = moments.get(product);
    if (known == null) {
      moments.put(product.copy(), line.moment());
    } else if (line.moment() < known) {
      moments.replace(product, line.moment());
    }
  }

  /** True where the product of a review had been bought by the moment it was written. */
  public boolean verifies(CustomerReview review) {
    Long bought = review.product() == null ? null : moments.get(review.product());
    return bought != null && bought <= review.moment();
  }

  /** True for a review that counts. */
  public boolean admits(CustomerReview review) {
    return !rule.isRequired() || verifies(review);
  }
}
