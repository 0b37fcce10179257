package dev.dangol.experience;

import dev.dangol.table.results.VoiceColumns;
import java.util.List;

/** Key of a group of customers: everyone, a segment or a cohort. */
record CustomerGroupKey(String kind, String name) {
  private static final String BETWEEN = ":";

  static CustomerGroupKey of(String text) {
    String[] parts = text.split(BETWEEN, 2);
    return new CustomerGroupKey(parts[0], parts[1]);
  }

  static CustomerGroupKey of(List<String> parts) {
    return new CustomerGroupKey(parts.get(0), parts.get(1));
  }

  boolean isEveryone() {
    return kind.equals(VoiceColumns.EVERYONE);
  }
}
