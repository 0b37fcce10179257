package dev.dangol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dangol.DirtKind.Fate;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.LoyaltySource;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.SurveySource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;

/**
 * Raw JSON lines of one source, most of them sound and many dirty, with the fate of each. Every
 * line carries its own name in a column that is kept.
 */
final class DirtyFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Source source;
  private final Field name;
  private final Random random;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, DirtKind> kinds = new LinkedHashMap<>();

  /**
   * Lines of a source.
   *
   * @param name the text column in which each line carries its own name
   */
  DirtyFiles(Source source, Field name, int count, long seed) {
    this.source = source;
    this.name = name;
    this.random = new Random(seed);
    DirtKind[] all = DirtKind.values();
    while (lines.size() < count) {
      DirtKind kind = random.nextInt(4) == 0 ? all[random.nextInt(all.length)] : DirtKind.SOUND;
      if (suits(kind)) {
        write(kind);
      }
    }
    Collections.shuffle(lines, random);
  }

  List<String> lines() {
    return lines;
  }

  /** The lines that must meet this fate, by name, with what is wrong with each. */
  Map<String, DirtKind> meeting(Fate fate) {
    Map<String, DirtKind> meeting = new LinkedHashMap<>(kinds);
    meeting.values().removeIf(kind -> kind.fate != fate);
    return meeting;
  }

  /** The number of lines of each kind. */
  Map<DirtKind, Long> counts() {
    Map<DirtKind, Long> counts = new EnumMap<>(DirtKind.class);
    kinds.values().forEach(kind -> counts.merge(kind, 1L, Long::sum));
    return counts;
  }

  private boolean suits(DirtKind kind) {
    return switch (kind) {
      case TWICE_WITH_AN_ID, LATER_VERSION, EARLIER_VERSION ->
          !source.key().isEmpty() && source.fields().contains(SharedColumns.ARRIVED_AT);
      case TIME_IN_WORDS, DAY_THAT_NEVER_WAS, TIME_BEFORE_1900, TIME_IN_YEAR_ONE, TIME_IN_9999 ->
          source.time().isPresent();
      case SOUND_IN_KOREAN -> !isKey(SharedColumns.CUSTOMER_ID);
      case TWICE_WITHOUT_AN_ID -> source.key().isEmpty();
      case ID_SAYS_NOBODY, REQUIRED_IS_BLANK -> id() != null;
      case NUMBER_IN_WORDS, NOT_A_NUMBER, ENDLESS_NUMBER -> first(DataTypes.DoubleType) != null;
      case AMOUNT_TOO_LARGE, AMOUNT_WITH_UNIT -> amount() != null;
      case FLAG_IN_WORDS -> first(DataTypes.BooleanType) != null;
      case OPTIONAL_TIME_IN_WORDS -> optionalTime() != null;
      case RATING_OFF_THE_SCALE -> source.fields().contains(ReviewSource.RATING);
      case FOREIGN_CURRENCY -> source.fields().contains(PurchaseSource.CURRENCY);
      case UNKNOWN_EVENT, NOBODYS_EVENT -> source.fields().contains(EngagementSource.EVENT);
      default -> true;
    };
  }

  private void write(DirtKind kind) {
    Map<String, Object> row = sound();
    String time = source.time().map(Field::name).orElse("");
    switch (kind) {
      case SOUND, LATER_VERSION, TWICE_WITHOUT_AN_ID -> {}
      case SOUND_IN_KOREAN -> korean(row);
      case TWICE_WITH_AN_ID, EARLIER_VERSION -> {
        Map<String, Object> later = new LinkedHashMap<>(row);
        later.put(SharedColumns.ARRIVED_AT.name(), "2025-03-02 00:00:00");
        add(DirtKind.LATER_VERSION, later);
        row.put(SharedColumns.ARRIVED_AT.name(), "2025-03-01 00:00:00");
      }
      case REQUIRED_IS_NULL -> row.put(required(), null);
      case REQUIRED_IS_ABSENT -> row.remove(required());
      case REQUIRED_IS_BLANK -> row.put(id(), "");
      case ID_SAYS_NOBODY -> row.put(id(), random.nextBoolean() ? "N/A" : "null");
      case TIME_IN_WORDS -> row.put(time, "last Tuesday");
      case DAY_THAT_NEVER_WAS -> row.put(time, "2025-02-30 10:00:00");
      case TIME_BEFORE_1900 -> row.put(time, "1899-12-31 10:00:00");
      case TIME_IN_YEAR_ONE -> row.put(time, "0001-01-01 00:00:00");
      case TIME_IN_9999 -> row.put(time, "9999-12-31 23:59:59");
      case NUMBER_IN_WORDS -> row.put(first(DataTypes.DoubleType), "a pair");
      case NOT_A_NUMBER -> row.put(first(DataTypes.DoubleType), "NaN");
      case ENDLESS_NUMBER -> row.put(first(DataTypes.DoubleType), "-Infinity");
      case AMOUNT_TOO_LARGE -> row.put(amount(), "1e308");
      case AMOUNT_WITH_UNIT -> row.put(amount(), "12,900원");
      case FLAG_IN_WORDS -> row.put(first(DataTypes.BooleanType), "perhaps");
      case OPTIONAL_TIME_IN_WORDS -> row.put(optionalTime(), "soon");
      case RATING_OFF_THE_SCALE -> row.put(ReviewSource.RATING.name(), "11");
      case FOREIGN_CURRENCY -> row.put(PurchaseSource.CURRENCY.name(), "USD");
      case UNKNOWN_EVENT -> row.put(EngagementSource.EVENT.name(), "frobnicate");
      case NOBODYS_EVENT -> {
        row.put(EngagementSource.KNOWN_CUSTOMER_ID.name(), null);
        row.put(EngagementSource.VISITOR_ID.name(), "");
      }
      case HALF_A_LINE, NO_JSON_AT_ALL -> {}
    }
    add(kind, row);
  }

  private void add(DirtKind kind, Map<String, Object> row) {
    String own = source.name() + "#" + kinds.size();
    Map<String, Object> named = new LinkedHashMap<>();
    named.put(name.name(), own);
    row.forEach(named::putIfAbsent);
    kinds.put(own, kind);
    String line = json(named);
    lines.add(
        switch (kind) {
          case HALF_A_LINE -> line.substring(0, line.length() / 2);
          case NO_JSON_AT_ALL -> "sorry, " + own + " could not be exported";
          default -> line;
        });
  }

  private Map<String, Object> sound() {
    Map<String, Object> row = new LinkedHashMap<>();
    for (Field field : source.fields()) {
      if (!field.equals(name) && !(field.type() instanceof MapType)) {
        row.put(field.name(), value(field));
      }
    }
    row.put("unmapped", "whatever");
    return row;
  }

  private Object value(Field field) {
    if (field.equals(PurchaseSource.CURRENCY)) {
      return random.nextBoolean() ? "KRW" : "krw";
    }
    if (field.equals(EngagementSource.EVENT)) {
      return random.nextBoolean() ? "view" : " CLICK ";
    }
    if (field.equals(LoyaltySource.KIND)) {
      return "earn";
    }
    if (field.equals(PurchaseSource.REFUND_OF)) {
      return null;
    }
    if (field.type().equals(DataTypes.TimestampType)) {
      return String.format("2025-01-%02d 10:00:%02d", 1 + random.nextInt(28), random.nextInt(60));
    }
    if (field.type() instanceof DecimalType) {
      return random.nextInt(100_000) + "." + random.nextInt(10);
    }
    if (field.type().equals(DataTypes.DoubleType)) {
      return field.equals(SurveySource.SCORE) ? "9" : "4.0";
    }
    if (field.type().equals(DataTypes.LongType)) {
      return "3";
    }
    if (field.type().equals(DataTypes.BooleanType)) {
      return "true";
    }
    return field.name() + (isKey(field) ? kinds.size() : random.nextInt(50));
  }

  private boolean isKey(Field field) {
    List<Field> key = source.key();
    return !key.isEmpty() && key.get(key.size() - 1).equals(field);
  }

  private void korean(Map<String, Object> row) {
    String id = id();
    if (id != null) {
      row.put(id, " 큰손 🍀 ");
    }
  }

  private String required() {
    List<Field> required = source.required().stream().filter(field -> !field.equals(name)).toList();
    return required.get(random.nextInt(required.size())).name();
  }

  /** A required column that holds an id. */
  private String id() {
    return source.required().stream()
        .map(Field::name)
        .filter(field -> field.endsWith("_id"))
        .findFirst()
        .orElse(null);
  }

  private String first(DataType type) {
    return source.fields().stream()
        .filter(field -> field.type().equals(type))
        .map(Field::name)
        .findFirst()
        .orElse(null);
  }

  private String amount() {
    return source.fields().stream()
        .filter(field -> field.type() instanceof DecimalType)
        .map(Field::name)
        .findFirst()
        .orElse(null);
  }

  private String optionalTime() {
    return source.fields().stream()
        .filter(field -> field.type().equals(DataTypes.TimestampType) && !field.required())
        .map(Field::name)
        .findFirst()
        .orElse(null);
  }

  private static String json(Map<String, Object> row) {
    try {
      return JSON.writeValueAsString(row);
    } catch (JsonProcessingException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }
}
