package dev.dangol.segments.lineage;

/**
 * Move of customers from a segment of the earlier day to a segment of today.
 *
 * @param from a segment of the earlier day, or {@link #NEW} or {@link #OUTLIER}
 * @param to a segment of today, or {@link #LEFT}
 * @param customers how many
 */
public record SegmentMove(String from, String to, long customers) {
  /** The origin of those who were no customers on the earlier day. */
  public static final String NEW = "new";

  /** The destination of those who are customers no more. */
  public static final String LEFT = "left";

  /**
   * The place of those who had no segment on the earlier day, if that was run before they got one.
   */
  public static final String OUTLIER = "outlier";

  boolean isKnown() {
    return !from.equals(NEW) && !to.equals(LEFT);
  }
}
