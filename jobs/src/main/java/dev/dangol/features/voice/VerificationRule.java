package dev.dangol.features.voice;

import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.measure.MappedColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.Sources;
import java.io.Serializable;

/**
 * Rule of verified reviews: those of products that the customer had bought before writing.
 *
 * @param isMarked true where purchases and reviews both name products, so that it can be known
 * @param isRequired true where reviews that are not verified do not count
 */
public record VerificationRule(boolean isMarked, boolean isRequired) implements Serializable {
  /** The rule of a day: nothing is required that cannot be known. */
  public static VerificationRule of(FeatureContext measuring) {
    boolean isMarked = isMapped(measuring.mapped());
    return new VerificationRule(isMarked, isMarked && measuring.settings().talk().verifiedOnly());
  }

  /** True where purchases and reviews both name products. */
  private static boolean isMapped(MappedColumns mapped) {
    return mapped.has(Sources.PURCHASES, SharedColumns.PRODUCT_ID)
        && mapped.has(Sources.REVIEWS, SharedColumns.PRODUCT_ID);
  }
}
