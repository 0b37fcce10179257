package dev.dangol.export;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Customer who may be exported.
 *
 * @param id the customer's id
 * @param standing their standing towards being exported
 * @param values the values of columns and SQL expressions, by their texts; none that is null
 */
public record ExportMember(String id, MemberStanding standing, Map<String, Object> values) {

  /** A value as text; empty where there is none. */
  public String text(String expression) {
    return value(expression).map(CellText::of).orElse("");
  }

  /** A value as it is; empty where there is none. */
  public Optional<Object> value(String expression) {
    return Optional.ofNullable(values.get(expression)).filter(Objects::nonNull);
  }
}
