package dev.dangol.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON that is safe inside a script element. */
final class ChartJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ChartJson() {}

  /** No text in it can end the script element or open a comment: only strings hold these signs. */
  static String of(ChartSpec.ChartData data) {
    try {
      return MAPPER
          .writeValueAsString(data)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
