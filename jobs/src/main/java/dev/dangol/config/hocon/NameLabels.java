package dev.dangol.config.hocon;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Labels of what a business names, by language: for people, and never for a computation. */
public final class NameLabels {
  private final Map<String, Map<String, String>> found = new TreeMap<>();

  /**
   * Reads {@code label { en, ko }} of the section that names something, if it is there.
   *
   * @param kind what is named, such as cohort
   */
  public static void read(ConfigSection section, String kind, String name) {
    Map<String, String> texts = new TreeMap<>();
    section
        .optionalSection("label")
        .ifPresent(
            label -> {
              label.optional("en", TextRules.TEXT).ifPresent(text -> texts.put("en", text));
              label.optional("ko", TextRules.TEXT).ifPresent(text -> texts.put("ko", text));
            });
    section.reading.labels().found.put(kind + "." + name, Collections.unmodifiableMap(texts));
  }

  /** The labels by language, by kind and name as cohort.slipping; empty for a name without any. */
  public Map<String, Map<String, String>> all() {
    return Collections.unmodifiableMap(found);
  }
}
