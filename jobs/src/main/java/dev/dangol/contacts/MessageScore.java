package dev.dangol.contacts;

/**
 * Score of a message by what was known when it was sent.
 *
 * @param value its relevance, 0 to 1
 * @param known false where nothing was known that could tell: neither an interest of the customer
 *     nor an earlier message of the kind
 */
record MessageScore(double value, boolean known) {
  /** True where the message is known to be irrelevant. */
  boolean isBelow(double cut) {
    return known && value < cut;
  }
}
