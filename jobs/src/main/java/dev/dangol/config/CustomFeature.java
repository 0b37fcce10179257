package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.TextRules;
import dev.dangol.config.hocon.ValueRule;
import dev.dangol.table.Field;
import dev.dangol.table.results.CustomerColumns;
import dev.dangol.table.sources.Sources;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Feature of customers that a business configures: what is counted or added up of their rows.
 *
 * @param name its name
 * @param source the source that the rows are of
 * @param when an SQL predicate over the source's columns, true for the rows that matter
 * @param kind what is made of them
 * @param amount the column that is added up; empty for all other kinds
 * @param windows lengths of windows in days; empty for to date
 */
public record CustomFeature(
    String name, String source, String when, CustomKind kind, String amount, List<Integer> windows)
    implements Serializable {
  /** Kind of a configured feature, by what is made of the rows that matter. */
  public enum CustomKind {
    ROWS,
    ORDERS,
    DAYS,
    SUM,
    LAST,
    SHARE
  }

  /** The amounts of purchases that can be added up. */
  public static final List<String> AMOUNTS =
      List.of("net_amount", "list_amount", "discount_amount", "cost_amount", "quantity");

  private static final ValueRule<String> NAME =
      ValueRule.of(
          "small letters, digits and underscores, a letter first",
          "",
          text -> Optional.of(text).filter(name -> name.matches("[a-z][a-z0-9_]*")));

  private static final Map<String, Map<String, CustomKind>> KINDS = kinds();

  public CustomFeature {
    windows = List.copyOf(windows);
  }

  /** The name of its column; a feature without windows has one, else each window has its own. */
  public String column(int window) {
    return name + "_" + window + "d";
  }

  /** The names of all its columns. */
  public List<String> columns() {
    return windows.isEmpty() ? List.of(name) : windows.stream().map(this::column).toList();
  }

  /** Reads the section {@code features.custom}. */
  static List<CustomFeature> read(ConfigSection custom, List<Integer> windows) {
    Set<String> taken =
        Stream.concat(
                CustomerColumns.of(windows, List.of()).stream(), CustomerColumns.joined().stream())
            .map(Field::name)
            .collect(Collectors.toCollection(HashSet::new));
    List<CustomFeature> features = new ArrayList<>();
    for (String name : custom.names()) {
      CustomFeature feature = read(custom.section(name), name);
      if (NAME.read(name).isEmpty()) {
        custom.fault(
            name,
            custom.name(name) + " is no name for a feature; it must be " + NAME.meaning() + ".");
      }
      feature.columns().stream()
          .filter(column -> !taken.add(column))
          .forEach(
              column ->
                  custom.fault(
                      name,
                      custom.name(name) + " would be the column " + column + ", which is taken."));
      features.add(feature);
    }
    return features;
  }

  private static CustomFeature read(ConfigSection section, String name) {
    String source =
        section.one(
            "source",
            ValueRule.oneOf(List.of(Sources.PURCHASES.name(), Sources.ENGAGEMENT.name())));
    String when = section.optional("when", TextRules.SQL).orElse("true");
    Map<String, String> made = new LinkedHashMap<>();
    KINDS.forEach(
        (key, words) ->
            section
                .optional(key, ValueRule.oneOf(words.keySet()))
                .ifPresent(word -> made.put(key, word)));
    List<Integer> windows = section.ascendingIfSet("windows", NumberRules.COUNT);
    if (made.size() != 1) {
      section.fault(
          section.name()
              + " must have one of count, sum, last and share, which say what is made of its"
              + " rows.");
      return new CustomFeature(name, source, when, CustomKind.ROWS, "", windows);
    }
    Map.Entry<String, String> only = made.entrySet().iterator().next();
    CustomKind kind = KINDS.get(only.getKey()).get(only.getValue());
    refuseOdd(section, source, kind, windows);
    String amount = kind == CustomKind.SUM ? only.getValue() : "";
    return new CustomFeature(name, source, when, kind, amount, windows);
  }

  private static void refuseOdd(
      ConfigSection section, String source, CustomKind kind, List<Integer> windows) {
    boolean ofPurchases = kind == CustomKind.ORDERS || kind == CustomKind.SUM;
    if (ofPurchases && !source.equals(Sources.PURCHASES.name())) {
      section.fault(
          "source", section.name("source") + " must be purchases where orders or amounts count.");
    }
    if (kind == CustomKind.LAST && !windows.isEmpty()) {
      section.fault(
          "windows",
          section.name("windows") + " must not be set with last, which looks at all days.");
    }
  }

  /** The legal words of each key that says what is made of the rows. */
  private static Map<String, Map<String, CustomKind>> kinds() {
    Map<String, Map<String, CustomKind>> kinds = new LinkedHashMap<>();
    Map<String, CustomKind> counts = new LinkedHashMap<>();
    counts.put("rows", CustomKind.ROWS);
    counts.put("orders", CustomKind.ORDERS);
    counts.put("days", CustomKind.DAYS);
    kinds.put("count", counts);
    kinds.put(
        "sum",
        AMOUNTS.stream()
            .collect(
                Collectors.toMap(
                    amount -> amount,
                    any -> CustomKind.SUM,
                    (one, other) -> one,
                    LinkedHashMap::new)));
    kinds.put("last", Map.of("days", CustomKind.LAST));
    kinds.put("share", Map.of("rows", CustomKind.SHARE));
    return kinds;
  }

  /** The names of the columns of all of them. */
  public static List<String> columns(List<CustomFeature> features) {
    return features.stream().map(CustomFeature::columns).flatMap(List::stream).toList();
  }

  /** Those of a source, in their order. */
  public static List<CustomFeature> ofSource(List<CustomFeature> features, String source) {
    return Stream.of(features)
        .flatMap(List::stream)
        .filter(feature -> feature.source().equals(source))
        .toList();
  }
}
