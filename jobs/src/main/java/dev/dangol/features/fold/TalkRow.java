package dev.dangol.features.fold;

/**
 * Row of what is said and given between a customer and the business, as accumulators see it. It is
 * a message, a support case, an answer to a survey, or a movement in the loyalty programme. What a
 * source does not tell is {@link #UNKNOWN}.
 */
public interface TalkRow {
  /** A number that is not known. */
  long UNKNOWN = Long.MIN_VALUE;

  /** When it happened, in microseconds since 1970. */
  long moment();

  /** The day on which it happened, in days since 1970. */
  int day();

  /** True where a bit of its state is set, of those that its source declares. */
  boolean is(long bit);

  /** An amount in ten-thousandths. */
  long amount();

  /** A number in the parts that its source declares. */
  long parts();

  /** A score, of a row that has one. */
  double score();

  /** The day on which the time for a reply runs out, in days since 1970. */
  int dueOn();

  /** The day on which it was opened again, of a row that was, in days since 1970. */
  int reopenedOn();
}
