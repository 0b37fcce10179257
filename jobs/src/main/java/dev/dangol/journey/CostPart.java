package dev.dangol.journey;

/** Part of what a journey costs. */
enum CostPart {
  /** Touches, with the costs that are spread over them. */
  TOUCH,
  /** Messages. */
  MESSAGE,
  /** Cases. */
  CASE
}
