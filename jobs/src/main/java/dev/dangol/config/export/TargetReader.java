package dev.dangol.config.export;

import dev.dangol.config.export.ExportFormat.FileKind;
import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NameLabels;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.TextRules;
import dev.dangol.config.hocon.ValueRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reader of one target's section.
 *
 * @param section the section of all targets
 * @param columns the columns that customers have
 * @param cohorts the names of the configured cohorts
 */
record TargetReader(ConfigSection section, ExportColumns columns, List<String> cohorts) {
  private static final String NONE = "none";
  private static final String FORMAT = "format";
  private static final String COHORTS = "cohorts";
  private static final String COLUMNS = "columns";
  private static final String FIELDS = "fields";
  private static final String VARIABLES = "variables";
  private static final String VALUE = "value";
  private static final String CLV = "clv";
  private static final int MOST_FIELDS = 30;
  private static final ValueRule<ExportFormat> FORMATS =
      new ValueRule<>(
          "one of " + String.join(" ", ExportFormats.all().keySet().stream().sorted().toList()),
          ExportFormats.all().keySet(),
          ExportFormats.all().get("csv"),
          name -> Optional.ofNullable(ExportFormats.all().get(name)));

  /** The kinds of message: 알림톡, or 브랜드 메시지 to friends, all, those who are none, or both. */
  private static final ValueRule<String> MESSAGE_TYPE =
      ValueRule.oneOf(List.of("alimtalk", "F", "M", "N", "I"));

  ExportTarget read(String name, boolean consentRequired) {
    if (TextRules.NAME.read(name).isEmpty()) {
      section.fault(
          name,
          section.name(name)
              + " is no name for a target; it must be "
              + TextRules.NAME.meaning()
              + ".");
    }
    ConfigSection target = section.section(name);
    NameLabels.read(target, "target", name);
    requireSomebody(target);
    ExportFormat format = target.one(FORMAT, FORMATS);
    ConsentBasis consent = consent(target, consentRequired);
    List<String> lists = target.sets(COHORTS) ? target.many(COHORTS, cohort()) : List.of();
    List<String> segments =
        target.sets("segments") ? target.many("segments", TextRules.TEXT) : List.of();
    Optional<String> where = target.optional("where", TextRules.SQL);
    return new ExportTarget(
        name,
        formatted(target, format),
        lists,
        segments,
        where,
        consent,
        target.optional("min-size", NumberRules.COUNT).orElse(format.minSize()),
        hashed(target, format),
        isTrue(target, "controls"),
        value(target, format),
        target.optional("channel-public-id", TextRules.TEXT).orElse(""));
  }

  private static void requireSomebody(ConfigSection target) {
    if (Stream.of(COHORTS, "segments", "where").noneMatch(target::sets)) {
      target.fault(target.name() + " names nobody: set cohorts, segments or where.");
    }
  }

  private ValueRule<String> cohort() {
    return new ValueRule<>(
        "the name of a cohort: " + String.join(" ", cohorts),
        cohorts,
        "",
        text -> Optional.of(text).filter(cohorts::contains));
  }

  private static ConsentBasis consent(ConfigSection target, boolean required) {
    Optional<String> given =
        target.optional("consent", TextRules.TEXT).map(key -> key.strip().toLowerCase(Locale.ROOT));
    Optional<String> key = given.filter(word -> !word.equals(NONE));
    Optional<String> basis = target.optional("basis", TextRules.TEXT);
    if (given.isEmpty() && required) {
      target.fault(
          target.name("consent")
              + " is not set; name the consent that customers must have given, such as email or"
              + " ads, or none with a basis.");
    } else if (basis.isEmpty() && (key.isEmpty() || !required)) {
      target.fault(
          target.name("basis")
              + " is not set; say on which basis customers are exported without their consent.");
    }
    return new ConsentBasis(key, basis, isTrue(target, "night"), required && key.isPresent());
  }

  private static boolean isTrue(ConfigSection target, String key) {
    return ExportFormat.isTrue(target.optional(key, TextRules.YES_OR_NO).orElse("false"));
  }

  private static boolean hashed(ConfigSection target, ExportFormat format) {
    Optional<Boolean> asked =
        target.optional("hashed", TextRules.YES_OR_NO).map(ExportFormat::isTrue);
    if (asked.isPresent() && format.hashed().isEmpty()) {
      refuse(target, "hashed", format);
    }
    // A template says for each column what is hashed.
    return asked.or(format::hashed).orElse(true);
  }

  private static String value(ConfigSection target, ExportFormat format) {
    Optional<String> asked = target.optional(VALUE, TextRules.SQL);
    boolean known =
        format.columns().stream().anyMatch(column -> column.value().equals(FileColumn.OWN + VALUE));
    if (asked.isPresent() && !known) {
      refuse(target, VALUE, format);
    }
    return asked.orElse(CLV);
  }

  /** The format with the columns that the target adds to it or brings along. */
  private ExportFormat formatted(ConfigSection target, ExportFormat format) {
    boolean people = format.kind() == FileKind.PEOPLE || format.kind() == FileKind.WORKBOOK;
    boolean template = format.name().equals("template");
    boolean dealer = format.name().equals("message-dealer");
    boolean kakao = format.kind() == FileKind.KAKAO;
    refuseUnless(people || template, target, COLUMNS, format);
    refuseUnless(kakao, target, FIELDS, format);
    refuseUnless(dealer, target, VARIABLES, format);
    refuseUnless(dealer, target, "message-type", format);
    refuseUnless(template, target, "identifiers", format);
    refuseUnless(template, target, "head", format);
    refuseUnless(template, target, "extension", format);
    if (people) {
      return people(target, format);
    }
    if (template) {
      return template(target, format);
    }
    if (dealer) {
      return format.withColumns(message(target, format));
    }
    return kakao && target.sets(FIELDS)
        ? format.withColumns(fields(target.section(FIELDS)))
        : format;
  }

  private ExportFormat people(ConfigSection target, ExportFormat format) {
    List<String> chosen =
        target.sets(COLUMNS) ? target.many(COLUMNS, columns.rule()) : ExportColumns.USUAL;
    return format.withColumns(chosen.stream().map(ExportColumns::ofPeople).toList());
  }

  private static ExportFormat template(ConfigSection target, ExportFormat format) {
    List<FileColumn> cells = target.sections(COLUMNS).stream().map(FileColumn::read).toList();
    List<String> needed =
        target.sets("identifiers")
            ? target.many("identifiers", ExportFormat.IDENTIFIER)
            : List.of();
    String end = target.optional("extension", ExportFormat.EXTENSION).orElse(format.extension());
    boolean head = ExportFormat.isTrue(target.optional("head", TextRules.YES_OR_NO).orElse("true"));
    return format.withColumns(cells).needing(needed).written(head, end);
  }

  private static List<FileColumn> message(ConfigSection target, ExportFormat format) {
    List<FileColumn> cells = new ArrayList<>(format.columns());
    target
        .optionalSection(VARIABLES)
        .ifPresent(
            variables ->
                fields(variables).stream().map(FileColumn::asRequired).forEach(cells::add));
    target
        .optional("message-type", MESSAGE_TYPE)
        .filter(type -> !type.equals("alimtalk"))
        .ifPresent(type -> cells.add(FileColumn.plain("메시지유형", "'" + type + "'")));
    return cells;
  }

  /** Columns by their names, each with its SQL expression. */
  private static List<FileColumn> fields(ConfigSection named) {
    List<FileColumn> cells =
        named.names().stream()
            .map(name -> FileColumn.plain(name, named.one(name, TextRules.SQL)))
            .toList();
    if (cells.size() > MOST_FIELDS) {
      named.fault(named.name() + " has more than " + MOST_FIELDS + " entries.");
    }
    return cells;
  }

  private static void refuseUnless(
      boolean known, ConfigSection target, String key, ExportFormat format) {
    if (!known && target.sets(key)) {
      refuse(target, key, format);
    }
  }

  private static void refuse(ConfigSection target, String key, ExportFormat format) {
    target.fault(key, target.name(key) + " means nothing to the format " + format.name() + ".");
  }
}
