package dev.dangol.effects;

/** Kind of an event on a customer's timeline. */
public enum TimelineKind {
  /** A day with a purchase; the amount is its net sales. */
  PURCHASE,
  /** A day without a purchase on which money went back; the amount is below 0. */
  CREDIT,
  /** Joining the loyalty programme. */
  JOIN,
  /** A review; the amount is its rating from 0 to 1. */
  REVIEW,
  /** An answer to a survey. */
  ANSWER,
  /** A comment, a share, a reply: taking part beyond looking. */
  ACTIVITY,
  /** A support case without a fault of the business, or of which that is not known. */
  CASE,
  /** A support case with a fault of the business. */
  FAULT_CASE,
  /** A message that carried a promotion. */
  PROMOTION,
  /** A referral that became a customer, on the day on which it did. */
  REFERRAL
}
