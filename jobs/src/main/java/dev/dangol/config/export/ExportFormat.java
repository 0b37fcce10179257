package dev.dangol.config.export;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.TextRules;
import dev.dangol.config.hocon.ValueRule;
import dev.dangol.privacy.IdentifierForm;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Format of the files of a target, as {@code formats.conf} describes it.
 *
 * @param name as the setting {@code format} names it
 * @param kind the way in which rows are written
 * @param extension the end of its files' names
 * @param head true where the first line names the columns
 * @param minSize the smallest audience that makes sense
 * @param hashed if identifiers are hashed by default; empty where it cannot be chosen
 * @param identifiers those of which a customer needs at least one; empty for none
 * @param emailForm the normal form of e-mails by which two customers are one
 * @param phoneForm the same of phones
 * @param columns in the order of the file
 * @param suppressedFile true where those who may no longer be written to go to a file of their own
 * @param note a sentence for the person who uploads the file; empty for none
 */
public record ExportFormat(
    String name,
    FileKind kind,
    String extension,
    boolean head,
    int minSize,
    Optional<Boolean> hashed,
    List<String> identifiers,
    IdentifierForm emailForm,
    IdentifierForm phoneForm,
    List<FileColumn> columns,
    boolean suppressedFile,
    String note) {
  /** The identifier e-mail. */
  public static final String EMAIL = "email";

  /** The identifier phone. */
  public static final String PHONE = "phone";

  /** The identifier of a device, an advertising id. */
  public static final String DEVICE = "madid";

  static final ValueRule<String> IDENTIFIER = ValueRule.oneOf(List.of(EMAIL, PHONE, DEVICE));
  static final ValueRule<String> EXTENSION =
      ValueRule.of(
          "one to five small letters",
          "csv",
          text -> Optional.of(text).filter(end -> end.matches("[a-z]{1,5}")));

  private static final ValueRule<IdentifierForm> FORM =
      ValueRule.of("the name of a normal form", IdentifierForm.EMAIL, IdentifierForm::named);
  private static final ValueRule<FileKind> KIND =
      ValueRule.of("a kind of file", FileKind.LINES, FileKind::named);

  public ExportFormat {
    identifiers = List.copyOf(identifiers);
    columns = List.copyOf(columns);
  }

  /** Way in which the rows of a file are written. */
  public enum FileKind {
    /** Comma-separated lines for a program. */
    LINES,
    /** Comma-separated lines for people and their spreadsheets. */
    PEOPLE,
    /** An Excel workbook. */
    WORKBOOK,
    /** The JSON of a Kakao channel's customer file. */
    KAKAO;

    static Optional<FileKind> named(String word) {
      return Arrays.stream(values())
          .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
          .findFirst();
    }
  }

  static ExportFormat read(String name, ConfigSection format) {
    return new ExportFormat(
        name,
        format.optional("kind", KIND).orElse(FileKind.LINES),
        format.optional("extension", EXTENSION).orElse("csv"),
        isTrue(format.optional("head", TextRules.YES_OR_NO).orElse("true")),
        format.one("min-size", NumberRules.COUNT),
        format.optional("hashed", TextRules.YES_OR_NO).map(ExportFormat::isTrue),
        format.sets("identifiers") ? format.many("identifiers", IDENTIFIER) : List.of(),
        format.optional("email-form", FORM).orElse(IdentifierForm.EMAIL),
        format.optional("phone-form", FORM).orElse(IdentifierForm.PHONE_E164),
        columns(format),
        isTrue(format.optional("suppressed-file", TextRules.YES_OR_NO).orElse("false")),
        format.optional("note", TextRules.TEXT).orElse(""));
  }

  private static List<FileColumn> columns(ConfigSection format) {
    return format.sets("columns")
        ? format.sections("columns").stream().map(FileColumn::read).toList()
        : List.of();
  }

  /** The same format with other columns. */
  ExportFormat withColumns(List<FileColumn> others) {
    return with(others, identifiers, head, extension);
  }

  /** The same format for customers who have one of other identifiers. */
  ExportFormat needing(List<String> others) {
    return with(columns, others, head, extension);
  }

  /** The same format, with names of columns in the first line or without, and with another end. */
  ExportFormat written(boolean withHead, String end) {
    return with(columns, identifiers, withHead, end);
  }

  private ExportFormat with(
      List<FileColumn> cells, List<String> needed, boolean withHead, String end) {
    return new ExportFormat(
        name,
        kind,
        end,
        withHead,
        minSize,
        hashed,
        needed,
        emailForm,
        phoneForm,
        cells,
        suppressedFile,
        note);
  }

  static boolean isTrue(String word) {
    return word.equals("true");
  }
}
