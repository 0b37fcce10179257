package dev.dangol.journey;

/** State of a journey. */
enum TrackState {
  /** Neither decided nor asleep. */
  OPEN,
  /** Silent for too long. */
  ASLEEP,
  /** Ended by a decision. */
  DECIDED
}
