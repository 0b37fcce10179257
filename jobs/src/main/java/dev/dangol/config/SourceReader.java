package dev.dangol.config;

import dev.dangol.config.SourceOptions.CustomerKey;
import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.TextRules;
import dev.dangol.config.hocon.ValueRule;
import dev.dangol.table.Field;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads the section {@code sources}. */
final class SourceReader {
  /** The name of the input of a source that is a single raw table. */
  private static final String SINGLE = "raw";

  private static final Set<String> FORMATS_OF_FILES =
      Set.of("csv", "json", "parquet", "delta", "orc", "avro", "text", "xml");

  private final Source source;
  private final ConfigSection section;

  private SourceReader(Source source, ConfigSection section) {
    this.source = source;
    this.section = section;
  }

  static Map<String, SourceSettings> read(ConfigSection sources) {
    sources.ofKind("a source");
    Map<String, SourceSettings> read = new LinkedHashMap<>();
    for (Source source : Sources.ALL) {
      sources
          .optionalSection(source.name())
          .map(section -> new SourceReader(source, section).read())
          .ifPresent(settings -> read.put(source.name(), settings));
    }
    return read;
  }

  private SourceSettings read() {
    refuseMixture();
    Optional<ConfigSection> inputs = section.optionalSection("inputs");
    return new SourceSettings(
        inputs.map(SourceReader::namedInputs).orElseGet(() -> Map.of(SINGLE, input(section))),
        section.optional("query", TextRules.SQL),
        section.optional("where", TextRules.SQL),
        columns(section.section("columns").ofKind("a column of " + source.name())),
        options(),
        section.place(),
        section.fingerprint());
  }

  private SourceOptions options() {
    Map<String, CustomerKey> keys = new LinkedHashMap<>();
    for (CustomerKey key : CustomerKey.values()) {
      keys.put(key.word(), key);
    }
    return new SourceOptions(
        section
            .optional("customer-key", ValueRule.oneOf(keys.keySet()))
            .map(keys::get)
            .orElse(CustomerKey.ID),
        source.equals(Sources.ENGAGEMENT) ? events() : Map.of(),
        section.optional("watermark", TextRules.TEXT),
        section
            .optional("max-rejected-share", NumberRules.SHARE)
            .map(OptionalDouble::of)
            .orElse(OptionalDouble.empty()));
  }

  private Map<String, String> events() {
    Map<String, String> events = new LinkedHashMap<>();
    section
        .optionalSection("events")
        .ifPresent(
            names ->
                names.names().forEach(name -> events.put(name, names.one(name, TextRules.NAME))));
    return events;
  }

  private void refuseMixture() {
    boolean inputs = section.sets("inputs");
    boolean query = section.sets("query");
    for (String key : List.of("format", "path", "options")) {
      if (section.sets(key) && inputs) {
        section.fault(
            key,
            section.name(key)
                + " stands beside inputs; a source is one table with format and path, or inputs"
                + " with a query.");
      }
    }
    if (inputs && !query) {
      section.fault(
          "inputs", section.name("query") + " is not set; inputs need a query that joins them.");
    }
    if (query && !inputs) {
      section.fault(
          "query", section.name("query") + " has no inputs; name the tables that it reads.");
    }
  }

  private static Map<String, InputSettings> namedInputs(ConfigSection inputs) {
    Map<String, InputSettings> read = new LinkedHashMap<>();
    for (String name : inputs.names()) {
      if (TextRules.VIEW.read(name).isEmpty()) {
        inputs.fault(
            name,
            inputs.name(name)
                + " is no name for a table; it must be "
                + TextRules.VIEW.meaning()
                + ".");
      }
      read.put(name, input(inputs.section(name)));
    }
    if (read.isEmpty()) {
      inputs.fault(inputs.name() + " is empty; name at least one table.");
    }
    return read;
  }

  private static InputSettings input(ConfigSection section) {
    String format = section.one("format", TextRules.TEXT);
    boolean files = FORMATS_OF_FILES.contains(format.toLowerCase(Locale.ROOT));
    List<String> paths =
        section.sets("path") || files ? section.many("path", TextRules.TEXT) : List.of();
    Map<String, String> options =
        section.optionalSection("options").map(ConfigSection::texts).orElse(Map.of());
    InputSettings input = new InputSettings(format, paths, options);
    if (input.option("mode").filter("DROPMALFORMED"::equalsIgnoreCase).isPresent()) {
      section.fault(
          "options",
          section.name("options")
              + ".mode is DROPMALFORMED, which loses lines unseen; leave it out, and they go to"
              + " quarantine.");
    }
    return input;
  }

  private Map<String, String> columns(ConfigSection columns) {
    Map<String, String> read = new LinkedHashMap<>();
    for (Field field : source.fields()) {
      columns
          .optional(field.name(), TextRules.SQL)
          .ifPresent(expression -> read.put(field.name(), expression));
    }
    for (Field field : source.required()) {
      if (!read.containsKey(field.name())) {
        columns.fault(
            columns.name(field.name())
                + " is not set, and "
                + source.name()
                + " cannot do without.");
      }
    }
    requireSomebody(columns, read);
    return read;
  }

  /** An event belongs to a customer or to a visitor who may become one. */
  private void requireSomebody(ConfigSection columns, Map<String, String> read) {
    String customer = EngagementSource.KNOWN_CUSTOMER_ID.name();
    String visitor = EngagementSource.VISITOR_ID.name();
    if (source.equals(Sources.ENGAGEMENT)
        && !read.containsKey(customer)
        && !read.containsKey(visitor)) {
      columns.fault(
          columns.name(customer) + " is not set, nor is " + visitor + "; engagement needs one.");
    }
  }
}
