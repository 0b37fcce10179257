package dev.dangol.sql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;

/**
 * Decides which functions configured SQL may call. Allowed are those of Spark that make a value
 * from the values they are given, and from nothing else.
 */
final class SafeFunctions {
  private static final String CODE = "it runs code";
  private static final String FILES = "it can read files";
  private static final String STOP = "a single row could stop the run with it";
  private static final String SESSION = "it tells about the session instead of the data";
  private static final String CHANGE = "it gives another value each time";
  private static final String STREAM = "it is made for streams";

  private static final Map<String, String> REFUSED = new TreeMap<>();
  private static final Set<String> ROWS =
      Set.of(
          "explode",
          "explode_outer",
          "posexplode",
          "posexplode_outer",
          "inline",
          "inline_outer",
          "stack");
  private static final Set<String> TABLES = Set.of("range");
  private static final Set<String> CLOCKS_WITHOUT_ARGUMENTS = Set.of("unix_timestamp");

  private static final Set<String> WORDS =
      Set.of(
          "current_user",
          "user",
          "session_user",
          "current_catalog",
          "current_date",
          "current_timestamp",
          "current_time",
          "localtimestamp");

  static {
    refuse(CODE, "reflect java_method try_reflect");
    refuse(
        FILES,
        "from_avro to_avro schema_of_avro from_protobuf to_protobuf from_xml schema_of_xml"
            + " read_files");
    refuse(STOP, "raise_error assert_true");
    refuse(
        SESSION,
        "current_user user session_user current_database current_schema current_catalog version"
            + " current_timezone");
    refuse(
        CHANGE,
        "rand randn random uuid randstr uniform shuffle monotonically_increasing_id"
            + " spark_partition_id now current_date curdate current_timestamp current_time"
            + " localtimestamp");
    refuse(STREAM, "window session_window window_time");
  }

  private SafeFunctions() {}

  /** The reason to refuse the function where one value is made for each row; empty if allowed. */
  static Optional<String> refusedInExpression(String name, int arguments) {
    return refusalOf(name, arguments)
        .or(() -> kind(name).map(kind -> name + " is refused, since it is " + kind + "."));
  }

  /** The reason to refuse the function in a query; empty if allowed. */
  static Optional<String> refusedInQuery(String name, int arguments) {
    String plain = name.toLowerCase(Locale.ROOT);
    boolean otherRows = makesRows(plain) && !ROWS.contains(plain);
    return refusalOf(name, arguments)
        .or(() -> otherRows ? Optional.of(name + " is refused, since it makes rows.") : none());
  }

  /** The reason to refuse the function in the place of a table; empty if allowed. */
  static Optional<String> refusedAsTable(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return ROWS.contains(plain) || TABLES.contains(plain)
        ? none()
        : Optional.of(name + " is refused in the place of a table; name one of the inputs.");
  }

  /** The reason to refuse a word that calls a function although it looks like a column. */
  static Optional<String> refusedAsWord(String name) {
    return WORDS.contains(name.toLowerCase(Locale.ROOT)) ? reason(name) : none();
  }

  private static Optional<String> refusalOf(String name, int arguments) {
    String plain = name.toLowerCase(Locale.ROOT);
    if (arguments == 0 && CLOCKS_WITHOUT_ARGUMENTS.contains(plain)) {
      return Optional.of(name + " without an argument is refused, since " + CHANGE + ".");
    }
    if (!REFUSED.containsKey(plain) && info(plain).isEmpty()) {
      return Optional.of("there is no function " + name + " in Spark.");
    }
    return reason(name);
  }

  private static Optional<String> reason(String name) {
    return Optional.ofNullable(REFUSED.get(name.toLowerCase(Locale.ROOT)))
        .map(reason -> name + " is refused, since " + reason + ".");
  }

  private static Optional<String> kind(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    if (makesRows(plain)) {
      return Optional.of("a maker of rows, where one value is wanted for each row");
    }
    return switch (info(plain).map(ExpressionInfo::getGroup).orElse("")) {
      case "agg_funcs" -> Optional.of("an aggregate, where one value is wanted for each row");
      case "window_funcs" -> Optional.of("a window function, which looks at other rows");
      default -> none();
    };
  }

  private static boolean makesRows(String name) {
    return ROWS.contains(name)
        || info(name).map(ExpressionInfo::getGroup).orElse("").equals("generator_funcs");
  }

  private static Optional<ExpressionInfo> info(String name) {
    var found = FunctionRegistry.builtin().lookupFunction(new FunctionIdentifier(name));
    return found.isDefined() ? Optional.of(found.get()) : Optional.empty();
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static void refuse(String reason, String names) {
    List.of(names.split(" ")).forEach(name -> REFUSED.put(name, reason));
  }
}
