package dev.dangol.journey;

/** Kind of a row in the trace of a person. Those without a place in time come before all others. */
public enum TraceKind {
  /** A line of an order, or a refund. */
  LINE,
  /** A referral of the person by another. */
  REFERRAL,
  /** The person is part of a ring of referrals. */
  RING,
  /** A message to the person. */
  SENT,
  /** A case of the person. */
  CASE,
  /** An engagement event. */
  EVENT,
  /** A message was opened. */
  OPEN,
  /** A message was clicked. */
  CLICK,
  /** A message was replied to. */
  REPLY,
  /** A contact that a stage names. */
  CONTACT,
  /** A case was answered within the hour. */
  ANSWERED;

  /** True for what is known before the touches are followed. */
  boolean isGivenFirst() {
    return compareTo(CASE) <= 0;
  }

  /** True for a response to a message. */
  boolean isResponse() {
    return this == OPEN || this == CLICK || this == REPLY;
  }
}
