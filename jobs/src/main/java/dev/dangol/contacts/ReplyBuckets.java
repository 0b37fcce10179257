package dev.dangol.contacts;

import java.util.List;

/** Buckets of the time until a first reply, from the quickest. */
final class ReplyBuckets {
  static final String NEVER = "never";
  private static final String WITHIN_30MIN = "within_30min";
  private static final String WITHIN_60MIN = "within_60min";
  private static final String WITHIN_1DAY = "within_1day";
  private static final String LATER = "later";

  /** All of them, in order. */
  static final List<String> ALL = List.of(WITHIN_30MIN, WITHIN_60MIN, WITHIN_1DAY, LATER, NEVER);

  private ReplyBuckets() {}

  /** The bucket of a reply, after so many microseconds; 1 day is 24 hours. */
  static String of(long reply) {
    if (reply <= 30 * FoldRules.MINUTE) {
      return WITHIN_30MIN;
    }
    if (reply <= FoldRules.HOUR) {
      return WITHIN_60MIN;
    }
    return reply <= FoldRules.DAY ? WITHIN_1DAY : LATER;
  }
}
