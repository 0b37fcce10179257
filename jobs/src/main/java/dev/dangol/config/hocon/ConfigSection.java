package dev.dangol.config.hocon;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Section of the configuration. It remembers every key that was read: every other one is unknown.
 * Of a faulty value, recorded, a harmless one takes the place. A value of null counts as not set.
 */
public final class ConfigSection {
  public static final String ROOT = "dangol";

  final ConfigObject values;
  private final List<String> path;
  final ReadContext reading;
  private final TreeSet<String> asked = new TreeSet<>();
  private String kind = "a setting";

  ConfigSection(ConfigObject values, List<String> path, ReadContext reading) {
    this.values = values;
    this.path = path;
    this.reading = reading;
  }

  /** A value that must be set. */
  public <T> T one(String key, ValueRule<T> legal) {
    Optional<T> value = optional(key, legal);
    if (value.isEmpty()) {
      fault(key, name(key) + " is not set; it must be " + legal.meaning() + ".");
    }
    return value.orElse(legal.instead());
  }

  public <T> Optional<T> optional(String key, ValueRule<T> legal) {
    reading.settable(below(key));
    return find(key)
        .map(value -> note(key, check(key, " is ", value, legal).orElse(legal.instead())));
  }

  /** A list of at least one value, none of them twice; a single value is a list of one. */
  public <T> List<T> many(String key, ValueRule<T> legal) {
    return note(key, list(key, legal));
  }

  /** A list of any number of values, none of them twice; an empty one must be written as such. */
  public <T> List<T> any(String key, ValueRule<T> legal) {
    boolean none = find(key).filter(value -> List.of().equals(value.unwrapped())).isPresent();
    return none ? note(key, List.of()) : many(key, legal);
  }

  /** The same, in ascending order. */
  public <T extends Comparable<T>> List<T> ascending(String key, ValueRule<T> legal) {
    return note(key, list(key, legal).stream().sorted().toList());
  }

  /** The same, empty where the key is not set. */
  public <T extends Comparable<T>> List<T> ascendingIfSet(String key, ValueRule<T> legal) {
    reading.settable(below(key));
    return sets(key) ? ascending(key, legal) : List.of();
  }

  /** Two values, the smaller one first. */
  public <T extends Comparable<T>> List<T> range(String key, ValueRule<T> legal) {
    List<ConfigValue> values = elements(key);
    List<T> found = values.stream().flatMap(v -> check(key, " holds ", v, legal).stream()).toList();
    boolean descending = found.size() == 2 && found.get(0).compareTo(found.get(1)) >= 0;
    if (descending || (!values.isEmpty() && values.size() != 2)) {
      fault(key, name(key) + " must hold two values, the smaller one first, as in [1, 5].");
    }
    return note(key, found.size() == 2 ? found : List.of(legal.instead(), legal.instead()));
  }

  /** A section that must be set; an empty one is returned where it is not. */
  public ConfigSection section(String key) {
    return optionalSection(key)
        .orElseGet(
            () -> {
              fault(key, name(key) + " is not set; it must be a section in braces.");
              return nothing(key);
            });
  }

  public Optional<ConfigSection> optionalSection(String key) {
    return find(key).map(value -> open(value, key));
  }

  /** A list of sections. */
  public List<ConfigSection> sections(String key) {
    List<ConfigSection> found = new ArrayList<>();
    for (ConfigValue value : elements(key)) {
      found.add(open(value, key + "[" + (found.size() + 1) + "]"));
    }
    return found;
  }

  /** The keys that are set, in alphabetical order, for a section whose keys are free names. */
  public List<String> names() {
    asked.addAll(values.keySet());
    return values.entrySet().stream()
        .filter(entry -> entry.getValue().valueType() != ConfigValueType.NULL)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** Every value at any depth as it is written, by its path below this section. */
  public Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    for (String key : names()) {
      if (values.get(key) instanceof ConfigObject) {
        section(key).texts().forEach((rest, text) -> texts.put(key + "." + rest, text));
      } else {
        texts.put(key, one(key, ValueRule.of("a single value", "", Optional::of)));
      }
    }
    return texts;
  }

  public boolean sets(String key) {
    return find(key).isPresent();
  }

  /** A fault of the whole section. */
  public void fault(String sentence) {
    reading.faults().add(values.origin(), sentence);
  }

  /** A fault of one key. */
  public void fault(String key, String sentence) {
    reading.faults().add(values.getOrDefault(key, values).origin(), sentence);
  }

  /** The section as messages call it. */
  public String name() {
    return SettingKeys.text(path);
  }

  /** The key as messages call it. */
  public String name(String key) {
    return SettingKeys.text(below(key));
  }

  /** Sets the kind of this section's keys, for messages about unknown ones. */
  public ConfigSection ofKind(String kindOfKeys) {
    kind = kindOfKeys;
    return this;
  }

  /** File and line of the section. */
  public String place() {
    return SettingOrigins.text(values.origin());
  }

  /** A fingerprint of the values read below this section so far. */
  public String fingerprint() {
    return reading.fingerprint().text(name() + ".");
  }

  void refuseUnknownKeys(Collection<List<String>> everywhere) {
    for (String key : new TreeSet<>(values.keySet())) {
      if (!asked.contains(key)) {
        String question = SettingKeys.question(below(key), asked, everywhere);
        fault(key, name(key) + " is not " + kind + "." + question);
      }
    }
  }

  private Optional<ConfigValue> find(String key) {
    asked.add(key);
    reading.allow(below(key));
    return Optional.ofNullable(values.get(key))
        .filter(value -> value.valueType() != ConfigValueType.NULL);
  }

  private <T> List<T> list(String key, ValueRule<T> legal) {
    List<T> found = new ArrayList<>();
    for (ConfigValue value : elements(key)) {
      Optional<T> element = check(key, " holds ", value, legal);
      if (element.filter(found::contains).isPresent()) {
        fault(key, name(key) + " holds " + element.get() + " twice; once is enough.");
      }
      element.ifPresent(found::add);
    }
    return found;
  }

  private List<ConfigValue> elements(String key) {
    reading.settable(below(key));
    List<ConfigValue> found =
        find(key).map(v -> v instanceof ConfigList list ? list : List.of(v)).orElse(List.of());
    if (found.isEmpty()) {
      fault(key, name(key) + " is empty; it must be a list of at least one value.");
    }
    return found;
  }

  private <T> Optional<T> check(String key, String verb, ConfigValue value, ValueRule<T> legal) {
    if (value instanceof ConfigObject || value instanceof ConfigList) {
      String kind = value instanceof ConfigList ? "a list" : "a section";
      fault(value.origin(), key, verb + kind + ", but must be " + legal.meaning() + ".");
      return Optional.empty();
    }
    Optional<T> read = legal.read(SettingKeys.display(value));
    if (read.isEmpty()) {
      fault(value.origin(), key, verb + SettingKeys.complaint(below(key), value, legal));
    }
    return read;
  }

  private void fault(ConfigOrigin origin, String key, String complaint) {
    reading.faults().add(origin, name(key) + complaint);
  }

  private ConfigSection open(ConfigValue value, String key) {
    if (value instanceof ConfigObject object) {
      return reading.open(new ConfigSection(object, below(key), reading));
    }
    fault(value.origin(), key, " is a value, but must be a section in braces.");
    return nothing(key);
  }

  /** A section in which nothing is set, and whose faults are not reported. */
  private ConfigSection nothing(String key) {
    ConfigObject empty = ConfigValueFactory.fromMap(Map.of(), values.origin().description());
    return new ConfigSection(empty, below(key), new ReadContext(new SettingFaults()));
  }

  private <T> T note(String key, T value) {
    List<String> full = below(key);
    reading.fingerprint().note(full.size() > 1 ? full.get(1) : key, SettingKeys.text(full), value);
    return value;
  }

  private List<String> below(String key) {
    List<String> below = new ArrayList<>(path);
    below.add(key);
    return List.copyOf(below);
  }
}
