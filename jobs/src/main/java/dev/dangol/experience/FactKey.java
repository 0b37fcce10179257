package dev.dangol.experience;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Key of figures: the measure that they are for, and what they are of; parts may be null. */
record FactKey(String measure, List<String> parts) {
  FactKey {
    parts = Collections.unmodifiableList(parts);
  }

  static FactKey of(String measure, String... parts) {
    return new FactKey(measure, Arrays.asList(parts));
  }
}
