package dev.dangol.journey;

/**
 * Key under which journeys of a cohort are counted.
 *
 * @param stage the place of the stage
 * @param path the stages of a decided journey, a bit each; 0 for all journeys that were in the
 *     stage
 * @param event the event that entered it; null for the decision itself
 * @param channel the channel through which it was entered; null for none
 */
record PathKey(int stage, long path, String event, String channel) {
  /** The key of all journeys that were in a stage. */
  static PathKey ofStage(int stage) {
    return new PathKey(stage, 0, null, null);
  }
}
