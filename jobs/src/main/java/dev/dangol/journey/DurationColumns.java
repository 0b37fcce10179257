package dev.dangol.journey;

import dev.dangol.table.Field;
import java.util.List;

/** Columns of durations, never stored. */
final class DurationColumns {
  static final Field GROUP = Field.text("_group", "The transition or the class.");
  static final Field SPAN = Field.count("_span", "Microseconds.");
  static final Field ENDED = Field.count("_ended", "1 where it ended, 0 where it is censored.");
  static final List<Field> ALL = List.of(GROUP, SPAN, ENDED);

  private DurationColumns() {}

  /** The group of a transition from a stage. */
  static String transition(int goal, int stage) {
    return goal + "/" + stage;
  }

  /** The group of a class of products. */
  static String productClass(int goal, String name) {
    return goal + "/class/" + name;
  }
}
