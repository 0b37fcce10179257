package dev.dangol.export;

import dev.dangol.config.export.ExportColumns;
import dev.dangol.config.export.ExportTarget;
import dev.dangol.config.export.FileColumn;
import dev.dangol.config.export.FileColumn.HashRule;
import dev.dangol.privacy.IdentifierForm;
import dev.dangol.privacy.IdentifierHash;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Values of a target's columns for a customer.
 *
 * @param list the list that is written
 * @param region the country of customers whose own is not known; empty for none
 * @param zone the time zone in which days begin
 * @param pseudonymKey the secret of pseudonyms
 */
public record CellValues(
    AudienceList list, String region, ZoneId zone, Optional<String> pseudonymKey) {
  private static final String EMAIL_KEY = "email";
  private static final String COUNTRY = "country";

  /** Hides the key. */
  @Override
  public String toString() {
    return "cells of " + list.key();
  }

  /** The text of a cell as it is uploaded; empty where there is no value, also of a hash. */
  public String text(FileColumn column, ExportMember member) {
    boolean hashed = target().hashed();
    if (hashed && column.hash() == HashRule.LEFT_OUT) {
      return "";
    }
    String normal = normal(column, member);
    boolean hashes =
        column.hash() == HashRule.ALWAYS || (hashed && column.hash() == HashRule.OPTIONAL);
    String text = hashes ? IdentifierHash.sha256(normal) : normal;
    return column.maxBytes().isPresent() ? CellText.cut(text, column.maxBytes().getAsInt()) : text;
  }

  /** A comma-separated line with a cell for each column, in quotes where needed (RFC 4180). */
  String line(Function<FileColumn, String> cell) {
    return target().format().columns().stream()
        .map(cell)
        .map(CellText::quoted)
        .collect(Collectors.joining(","));
  }

  /** The text before it is hashed. */
  public String normal(FileColumn column, ExportMember member) {
    Optional<IdentifierForm> form = target().hashed() ? column.form() : column.plainForm();
    return form.orElse(IdentifierForm.TEXT).of(raw(column, member), country(member));
  }

  /** The text as it is stored. */
  public String raw(FileColumn column, ExportMember member) {
    return value(column, member).map(CellText::of).orElse("");
  }

  /** The value as it is stored; empty where there is none. */
  Optional<Object> value(FileColumn column, ExportMember member) {
    String value = column.value();
    if (value.isEmpty()) {
      return Optional.empty();
    }
    return switch (value) {
      case ExportColumns.PSEUDONYM ->
          pseudonymKey.map(key -> IdentifierHash.keyed(member.id(), key));
      case "@value" -> member.value(target().value());
      case "@tag" -> Optional.of("dangol-" + list.fileName());
      case "@email-consent" -> consentDay(member).map(day -> "Subscribe");
      case "@email-consent-since" ->
          consentDay(member).map(day -> day.atStartOfDay(zone).toInstant().toString());
      default -> member.value(value);
    };
  }

  /** The two-letter code of the customer's country, else the one that is assumed. */
  public String country(ExportMember member) {
    String code = IdentifierForm.COUNTRY_CODE.of(member.text(COUNTRY), "");
    return code.isEmpty() ? region : code;
  }

  private static Optional<LocalDate> consentDay(ExportMember member) {
    return member.standing().consents().grantedOn(EMAIL_KEY);
  }

  private ExportTarget target() {
    return list.target();
  }
}
