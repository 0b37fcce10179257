package dev.dangol.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Map;

/** JSON that may stand inside a script element. */
final class ChartJson {
  // Sorted, so that the same tables give the same page.
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private ChartJson() {}

  /** No text in it can end the script element or open a comment: only strings hold these signs. */
  static String of(Map<String, Object> options) {
    try {
      return MAPPER
          .writeValueAsString(options)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
