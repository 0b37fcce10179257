package dev.dangol.experience;

/** Kind of an event in a customer's history; the names of events of engagement are theirs. */
public enum ExperienceKind {
  /** A group that the customer belongs to. */
  GROUP,
  /** A theme that they speak of. */
  THEME,
  PURCHASE,
  REFUND,
  REVIEW,
  SURVEY,
  VIEW,
  SEARCH,
  CLICK,
  CART,
  CHECKOUT,
  SHARE,
  COMMENT,
  CASE
}
