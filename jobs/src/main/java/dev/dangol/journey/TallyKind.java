package dev.dangol.journey;

/** Kind of a count over journeys. */
enum TallyKind {
  /** A transition: entered, passed, waiting, dropped, and decided of those passed, with worth. */
  TRANSITION,
  /** A stage with its touches and costs. */
  STAGE,
  /** A stage with the touches and costs of sleeping journeys. */
  WASTED,
  /** Touches and costs that belong to no journey. */
  NONE,
  /** A channel of first touches: journeys, decided, asleep, net sales. */
  ENTRY_SOURCE,
  /** A kind of first touch: the same. */
  FIRST_TOUCH_KIND,
  /** A channel of touches: the same. */
  CHANNEL,
  /** A channel and stage: touches, decided journeys, sleeping journeys. */
  PRESENCE,
  /** All journeys: touches up to decisions, decided with touches, asleep. */
  ALL,
  /** A driver at a stage: with and without, and of both those passed. */
  DRIVER,
  /** An error: met, repaired, decided with repair, decided without. */
  ERROR,
  /** A product class: decided, within its band, and sums for the trend. */
  BAND
}
