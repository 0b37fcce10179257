package dev.dangol.segments.lineage;

/**
 * Customers who were in one place on the earlier day and are in another now.
 *
 * @param from a segment of the earlier day, or {@link #NEW} or {@link #OUTLIER}
 * @param to a segment of today, or {@link #LEFT} or {@link #OUTLIER}
 * @param customers how many
 */
public record SegmentMove(String from, String to, long customers) {
  /** Where those come from who were no customers on the earlier day. */
  public static final String NEW = "new";

  /** Where those go who are customers no more. */
  public static final String LEFT = "left";

  /** Where those are who are set aside. */
  public static final String OUTLIER = "outlier";

  boolean isKnown() {
    return !from.equals(NEW) && !to.equals(LEFT);
  }
}
