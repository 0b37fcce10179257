package dev.dangol.config.hocon;

import java.util.Collections;
import java.util.List;
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
    section.reading.labels().put(kind, name, texts);
  }

  /**
   * Reads something named that is a list, or a section with the list and a label.
   *
   * @param names the section that holds it by its name
   * @param listKey the list's key where it is a section
   */
  public static List<String> readList(
      ConfigSection names, String kind, String name, String listKey) {
    if (WrittenShape.isSection(names, name)) {
      ConfigSection section = names.section(name);
      read(section, kind, name);
      return section.many(listKey, TextRules.TEXT);
    }
    readBare(names, kind, name);
    return names.many(name, TextRules.TEXT);
  }

  /** Notes something named that is no section, and so has no label. */
  public static void readBare(ConfigSection names, String kind, String name) {
    names.reading.labels().put(kind, name, Map.of());
  }

  private void put(String kind, String name, Map<String, String> texts) {
    found.put(kind + "." + name, Collections.unmodifiableMap(texts));
  }

  /** The labels by language, by kind and name as cohort.slipping; empty for a name without any. */
  public Map<String, Map<String, String>> all() {
    return Collections.unmodifiableMap(found);
  }
}
