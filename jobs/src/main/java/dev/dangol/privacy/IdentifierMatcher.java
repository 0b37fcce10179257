package dev.dangol.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Matches ids, names, e-mails and phones in raw text, whatever their case and Unicode form. A short
 * one counts only where it is a whole value: a field of a row, or a part of a line that could not
 * be parsed. One of six characters or more counts wherever it appears as whole words. Phones are
 * compared by their last eight digits.
 */
public final class IdentifierMatcher implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int TELLING = 6;
  private static final int PHONE_DIGITS = 8;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Separators between the parts of a line that could not be parsed. */
  public static final String BETWEEN_PARTS = "[,;|\\t\\r\\n\"'{}\\[\\]\\\\]+";

  /** Characters around such a part that do not belong to it. */
  public static final String AROUND_PART = "^[\\s:=]+|[\\s:=]+$";

  private static final Pattern BETWEEN = Pattern.compile(BETWEEN_PARTS);
  private static final Pattern AROUND = Pattern.compile(AROUND_PART);
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern PHONE = Pattern.compile("[0-9][0-9 ()./-]{6,}[0-9]");

  private final HashSet<String> values = new HashSet<>();
  private final HashSet<String> phones = new HashSet<>();
  private final HashMap<String, List<String>> byFirstWord = new HashMap<>();

  /** Matches words of any kind, and phones. */
  public IdentifierMatcher(Collection<String> words, Collection<String> phoneNumbers) {
    words.forEach(word -> add(TextNormalizer.plain(word)));
    for (String phone : phoneNumbers) {
      add(TextNormalizer.plain(phone));
      lastDigits(phone).ifPresent(phones::add);
    }
  }

  private void add(String word) {
    if (word.isEmpty()) {
      return;
    }
    values.add(word);
    Matcher first = WORD.matcher(word);
    if (word.length() >= TELLING && first.find()) {
      byFirstWord
          .computeIfAbsent(first.group(), any -> new ArrayList<>())
          .add(word.substring(first.start()));
    }
  }

  /** True where the text, or a value of the JSON object that it is, holds an identifier. */
  public boolean in(String text) {
    JsonNode row = parse(text);
    return row == null ? betrays(text) : anyValue(row);
  }

  /** True where an identifier of six characters or more appears in the text as whole words. */
  public boolean toldIn(String text) {
    return anyWords(TextNormalizer.plain(text));
  }

  private boolean anyValue(JsonNode node) {
    if (node.isValueNode()) {
      return !node.isNull() && betrays(node.asText());
    }
    for (JsonNode child : node) {
      if (anyValue(child)) {
        return true;
      }
    }
    return false;
  }

  private boolean betrays(String value) {
    String plain = TextNormalizer.plain(value);
    return values.contains(plain) || anyPart(plain) || anyWords(plain) || anyPhone(plain);
  }

  private boolean anyPart(String line) {
    return BETWEEN
        .splitAsStream(line)
        .map(part -> AROUND.matcher(part).replaceAll(""))
        .anyMatch(values::contains);
  }

  private boolean anyPhone(String text) {
    return !phones.isEmpty()
        && PHONE
            .matcher(text)
            .results()
            .map(run -> run.group().replaceAll("[^0-9]", ""))
            .anyMatch(this::holdsPhone);
  }

  private boolean holdsPhone(String digits) {
    return IntStream.rangeClosed(0, digits.length() - PHONE_DIGITS)
        .anyMatch(from -> phones.contains(digits.substring(from, from + PHONE_DIGITS)));
  }

  private boolean anyWords(String text) {
    Matcher words = WORD.matcher(text);
    while (!byFirstWord.isEmpty() && words.find()) {
      for (String sought : byFirstWord.getOrDefault(words.group(), List.of())) {
        if (text.startsWith(sought, words.start()) && ends(text, words.start() + sought.length())) {
          return true;
        }
      }
    }
    return false;
  }

  /** True where the position is a word boundary. */
  private static boolean ends(String text, int place) {
    return place == text.length()
        || !Character.isLetterOrDigit(text.codePointAt(place))
        || !Character.isLetterOrDigit(text.codePointBefore(place));
  }

  private static JsonNode parse(String text) {
    try {
      JsonNode node = text.startsWith("{") ? JSON.readTree(text) : null;
      return node != null && node.isObject() ? node : null;
    } catch (JsonProcessingException broken) {
      return null;
    }
  }

  private static Optional<String> lastDigits(String phone) {
    String digits = phone.replaceAll("[^0-9]", "");
    return digits.length() < PHONE_DIGITS
        ? Optional.empty()
        : Optional.of(digits.substring(digits.length() - PHONE_DIGITS));
  }
}
