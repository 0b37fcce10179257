package dev.dangol.config.hocon;

import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Formats keys and values for messages. */
public final class SettingKeys {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_\\[\\]-]+");
  private static final int LONGEST_SHOWN = 60;

  private SettingKeys() {}

  /** The key as one would write it in the file. */
  public static String text(List<String> path) {
    return path.stream()
        .map(part -> PLAIN.matcher(part).matches() ? part : ConfigUtil.quoteString(part))
        .collect(Collectors.joining("."));
  }

  /** The value as it is written, before it is understood. */
  static String display(ConfigValue value) {
    return value.valueType() == ConfigValueType.NULL
        ? "null"
        : value.atKey("value").getString("value");
  }

  /**
   * The fault of a value, as it follows its key and a verb: the value, unless it is secret, and the
   * legal values.
   */
  static String complaint(List<String> path, ConfigValue value, ValueRule<?> legal) {
    boolean hidden = SecretKeys.hides(text(path), value);
    String shown = hidden ? SecretKeys.HIDDEN : '"' + shorten(display(value)) + '"';
    String question = hidden ? "" : KeySuggestion.question(display(value), legal.known());
    return shown + ", but must be " + legal.meaning() + "." + question;
  }

  /**
   * The known key that was probably meant: the nearest one beside it, else the only one of the same
   * name elsewhere.
   */
  static String question(
      List<String> path, Collection<String> beside, Collection<List<String>> everywhere) {
    List<String> section = path.subList(0, path.size() - 1);
    String key = path.get(path.size() - 1);
    Optional<String> near =
        KeySuggestion.nearest(key, beside)
            .map(word -> section.isEmpty() ? word : text(section) + "." + text(List.of(word)));
    return near.or(() -> elsewhere(key, everywhere))
        .map(meant -> " Did you mean " + meant + "?")
        .orElse("");
  }

  private static Optional<String> elsewhere(String key, Collection<List<String>> everywhere) {
    List<String> same =
        everywhere.stream()
            .filter(known -> known.get(known.size() - 1).equals(key))
            .map(SettingKeys::text)
            .toList();
    return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }
}
