package dev.dangol.config.export;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.TextRules;
import dev.dangol.config.hocon.ValueRule;
import dev.dangol.privacy.IdentifierForm;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Column of an exported file.
 *
 * @param header its name in the first line
 * @param plainHeader its name in a file without hashes
 * @param value an SQL expression over the columns of the export; a word of the export itself,
 *     beginning with {@literal @}; empty for a column that stays empty
 * @param form the normal form of the value; empty where it is taken as it is
 * @param plainForm the same in a file without hashes
 * @param hash when the normal text is replaced by its SHA-256
 * @param maxBytes where the text is cut, at a whole character
 * @param required true where a customer without it is held back
 */
public record FileColumn(
    String header,
    String plainHeader,
    String value,
    Optional<IdentifierForm> form,
    Optional<IdentifierForm> plainForm,
    HashRule hash,
    OptionalInt maxBytes,
    boolean required) {

  /** Begins a value that the export itself knows. */
  public static final String OWN = "@";

  private static final List<String> OWN_WORDS =
      List.of("@pseudonym", "@value", "@tag", "@email-consent", "@email-consent-since");

  private static final ValueRule<String> VALUE =
      ValueRule.of(
          "an SQL expression, or one of " + String.join(" ", OWN_WORDS),
          "",
          text ->
              TextRules.SQL
                  .read(text)
                  .filter(value -> !value.startsWith(OWN) || OWN_WORDS.contains(value)));

  private static final ValueRule<IdentifierForm> FORM =
      new ValueRule<>(
          "the name of a normal form",
          Arrays.stream(IdentifierForm.values()).map(IdentifierForm::word).toList(),
          IdentifierForm.TEXT,
          IdentifierForm::named);

  private static final ValueRule<String> HEADER =
      ValueRule.of(
          "a text without line ends that is not blank",
          "",
          text -> TextRules.TEXT.read(text).filter(header -> !header.matches("(?s).*[\r\n].*")));

  private static final ValueRule<HashRule> HASH =
      new ValueRule<>(
          "never, always or optional",
          List.of("never", "always", "optional"),
          HashRule.NEVER,
          HashRule::named);

  /** Rule by which a column is hashed. */
  public enum HashRule {
    NEVER,
    ALWAYS,
    /** As the target says. */
    OPTIONAL,
    /** Not hashed, and empty in a hashed file. */
    LEFT_OUT;

    static Optional<HashRule> named(String word) {
      return Arrays.stream(values())
          .filter(rule -> rule.name().equalsIgnoreCase(word) && rule != LEFT_OUT)
          .findFirst();
    }
  }

  /** A column of people's files: the column's name, and its value as it is. */
  public static FileColumn plain(String name, String value) {
    return new FileColumn(
        name,
        name,
        value,
        Optional.empty(),
        Optional.empty(),
        HashRule.NEVER,
        OptionalInt.empty(),
        false);
  }

  /** The same column, in a normal form. */
  public FileColumn in(IdentifierForm normal) {
    return new FileColumn(
        header,
        plainHeader,
        value,
        Optional.of(normal),
        Optional.of(normal),
        hash,
        maxBytes,
        required);
  }

  /** The same column, without which nobody is exported. */
  FileColumn asRequired() {
    return new FileColumn(header, plainHeader, value, form, plainForm, hash, maxBytes, true);
  }

  /** True where the value is an SQL expression. */
  public boolean isExpression() {
    return !value.isEmpty() && !value.startsWith(OWN);
  }

  static FileColumn read(ConfigSection column) {
    String header = column.one("header", HEADER);
    Optional<IdentifierForm> form = column.optional("form", FORM);
    HashRule hash = column.optional("hash", HASH).orElse(HashRule.NEVER);
    boolean leftOut =
        column.optional("left-out", TextRules.YES_OR_NO).filter("true"::equals).isPresent();
    Optional<Integer> bytes = column.optional("max-bytes", NumberRules.COUNT);
    return new FileColumn(
        header,
        column.optional("plain-header", HEADER).orElse(header),
        column.optional("value", VALUE).orElse(""),
        form,
        column.optional("plain-form", FORM).or(() -> form),
        leftOut ? HashRule.LEFT_OUT : hash,
        bytes.map(OptionalInt::of).orElse(OptionalInt.empty()),
        column.optional("required", TextRules.YES_OR_NO).filter("true"::equals).isPresent());
  }
}
