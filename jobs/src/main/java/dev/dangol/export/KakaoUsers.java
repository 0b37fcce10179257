package dev.dangol.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dangol.config.export.ExportFormat;
import dev.dangol.config.export.FileColumn;
import dev.dangol.privacy.IdentifierForm;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Customer file of a Kakao channel: one JSON object. It has what creates the file, and the users
 * that fill it, a line each. Fields are texts or numbers; one without a value is left out.
 *
 * @param name the audience's name
 * @param numbers the expressions whose values are numbers
 */
record KakaoUsers(CellValues cells, String name, Set<String> numbers) implements RowLayout {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String head() {
    Map<String, Object> schema = new LinkedHashMap<>();
    for (FileColumn column : format().columns()) {
      schema.put(column.header(), isNumber(column) ? "number" : "string");
    }
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("channel_public_id", cells.list().target().channel());
    file.put("file_name", name);
    file.put("schema", schema);
    file.put("user_type", "phone");
    String text = json(file);
    return text.substring(0, text.length() - 1) + ",\"users\":[\n";
  }

  @Override
  public String row(ExportMember member) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (FileColumn column : format().columns()) {
      value(column, member).ifPresent(value -> fields.put(column.header(), value));
    }
    Map<String, Object> user = new LinkedHashMap<>();
    user.put(
        "id", IdentifierForm.PHONE_E164.of(member.text(ExportFormat.PHONE), cells.country(member)));
    user.put("field", fields);
    return json(user);
  }

  private Optional<Object> value(FileColumn column, ExportMember member) {
    String text = cells.text(column, member);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(isNumber(column) ? new BigDecimal(text) : text);
  }

  private boolean isNumber(FileColumn column) {
    return column.form().equals(Optional.of(IdentifierForm.NUMBER))
        || numbers.contains(column.value());
  }

  @Override
  public String before() {
    return ",\n";
  }

  @Override
  public String after() {
    return "";
  }

  @Override
  public String tail() {
    return "\n]}\n";
  }

  @Override
  public boolean hasHeadRecord() {
    return false;
  }

  private ExportFormat format() {
    return cells.list().target().format();
  }

  private static String json(Map<String, Object> object) {
    try {
      return JSON.writeValueAsString(object);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
