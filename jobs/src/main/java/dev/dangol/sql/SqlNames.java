package dev.dangol.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.LambdaFunction;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.UnresolvedNamedLambdaVariable;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.types.StringType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Names in SQL expressions: the columns that one looks at, and the keys of maps. They are found in
 * the text alone, before anything is known of the rows; an expression that cannot be read has none.
 */
public final class SqlNames {
  private static final String MAP = "map";
  private static final String FILTER = "map_filter";

  private SqlNames() {}

  /** The columns that the expression looks at, in small letters. */
  public static Set<String> columns(String text) {
    Set<String> columns = new TreeSet<>();
    columns(parts(text)).forEach(parts -> columns.add(small(parts.get(0))));
    return columns;
  }

  /** The keys of the maps that the expression writes out, map('city', …), in their order. */
  public static List<String> writtenKeys(String text) {
    Set<String> keys = new LinkedHashSet<>();
    for (Expression part : parts(text)) {
      if (named(part).filter(MAP::equals).isPresent()) {
        List<Expression> arguments = CollectionConverters.asJava(part.children());
        for (int place = 0; place < arguments.size(); place += 2) {
          texts(arguments.get(place)).forEach(keys::add);
        }
      }
    }
    return List.copyOf(keys);
  }

  /** True where the keys that are written out are all that the map of the expression can have. */
  public static boolean writesEveryKey(String text) {
    return parts(text).stream()
        .findFirst()
        .flatMap(SqlNames::named)
        .map(whole -> whole.equals(FILTER) ? first(text).orElse("") : whole)
        .filter(MAP::equals)
        .isPresent();
  }

  /** The function that makes the first argument of the expression. */
  private static Optional<String> first(String text) {
    return parts(text).stream().skip(1).findFirst().flatMap(SqlNames::named);
  }

  private static Optional<String> named(Expression part) {
    return part instanceof UnresolvedFunction function
        ? SafeSql.nameOf(function)
        : Optional.empty();
  }

  /**
   * The keys that the expression looks up in a column that is a map: column['city'],
   * element_at(column, 'city'), column.city.
   */
  public static Set<String> lookedUpKeys(String text, String column) {
    List<Expression> all = parts(text);
    Set<String> keys = new TreeSet<>();
    columns(all).stream()
        .filter(parts -> parts.size() > 1 && small(parts.get(0)).equals(column))
        .forEach(parts -> keys.add(parts.get(1)));
    for (Expression part : all) {
      List<Expression> below = CollectionConverters.asJava(part.children());
      if (below.stream().anyMatch(child -> isColumn(child, column))) {
        below.stream().flatMap(SqlNames::texts).forEach(keys::add);
      }
    }
    return keys;
  }

  private static List<List<String>> columns(List<Expression> parts) {
    Set<List<String>> own = new HashSet<>();
    for (Expression part : parts) {
      if (part instanceof LambdaFunction function) {
        CollectionConverters.asJava(function.arguments())
            .forEach(argument -> names((Expression) argument).ifPresent(own::add));
      }
    }
    return parts.stream()
        .flatMap(part -> names(part).stream())
        .filter(names -> !own.contains(names))
        .toList();
  }

  private static boolean isColumn(Expression part, String column) {
    return names(part)
        .filter(names -> names.size() == 1 && small(names.get(0)).equals(column))
        .isPresent();
  }

  /** The parts of a name; within a lambda, Spark takes every column for one of its variables. */
  private static Optional<List<String>> names(Expression part) {
    if (part instanceof UnresolvedAttribute column) {
      return Optional.of(CollectionConverters.asJava(column.nameParts()));
    }
    return part instanceof UnresolvedNamedLambdaVariable variable
        ? Optional.of(CollectionConverters.asJava(variable.nameParts()))
        : Optional.empty();
  }

  private static Stream<String> texts(Expression part) {
    return part instanceof Literal literal
            && literal.dataType() instanceof StringType
            && literal.value() != null
        ? Stream.of(literal.value().toString())
        : Stream.empty();
  }

  private static List<Expression> parts(String text) {
    List<Expression> parts = new ArrayList<>();
    try {
      parts.add(new CatalystSqlParser().parseExpression(text));
    } catch (Exception unreadable) { // Spark throws checked exceptions that it does not declare.
      return List.of();
    }
    for (int place = 0; place < parts.size(); place++) {
      parts.addAll(CollectionConverters.asJava(parts.get(place).children()));
    }
    return parts;
  }

  private static String small(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
