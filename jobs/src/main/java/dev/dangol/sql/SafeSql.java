package dev.dangol.sql;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.analysis.ExpressionWithUnresolvedIdentifier;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedGenerator;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Generator;
import org.apache.spark.sql.catalyst.expressions.Nondeterministic;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.expressions.UnresolvedWindowExpression;
import org.apache.spark.sql.catalyst.expressions.WindowExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateFunction;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Checks configured SQL expressions before Spark runs them. An expression makes one value of one
 * row: one that reads other rows or tables, files, the network, the machine, the session or the
 * clock is refused, and so is every function that is not part of Spark.
 */
public final class SafeSql {
  private static final Set<String> CLOCKS_AND_SESSIONS =
      Set.of(
          "CurrentUser",
          "CurrentDate",
          "CurrentTimestamp",
          "CurrentTime",
          "CurrentTimeZone",
          "CurrentDatabase",
          "CurrentCatalog",
          "LocalTimestamp",
          "Now");

  private SafeSql() {}

  /**
   * Refuses an expression that is unsafe.
   *
   * @param columns the columns that it may use
   * @throws SqlText.UnusableExpression naming what is refused and why, or what cannot be read
   */
  public static void refuseUnsafe(String text, Collection<String> columns)
      throws SqlText.UnusableExpression {
    Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    known.addAll(columns);
    Expression read;
    try {
      read = new CatalystSqlParser().parseExpression(text);
    } catch (Exception failure) { // Spark throws checked exceptions that it does not declare.
      throw new SqlText.UnusableExpression(text, failure);
    }
    Optional<String> reason = refusalOf(read, known);
    if (reason.isPresent()) {
      throw new SqlText.UnusableExpression(text, reason.get());
    }
  }

  private static Optional<String> refusalOf(Expression part, Set<String> columns) {
    Optional<String> reason = refusedItself(part, columns);
    for (Expression below : CollectionConverters.asJava(part.children())) {
      reason = reason.or(() -> refusalOf(below, columns));
    }
    return reason;
  }

  private static Optional<String> refusedItself(Expression part, Set<String> columns) {
    if (part instanceof PlanExpression) {
      return Optional.of("a query inside an expression is refused, since it reads other rows.");
    }
    if (part instanceof WindowExpression || part instanceof UnresolvedWindowExpression) {
      return Optional.of("OVER is refused, since it looks at other rows.");
    }
    if (part instanceof AggregateExpression || part instanceof AggregateFunction) {
      return Optional.of(
          "an aggregate is refused, since one value is wanted for each row: " + part.prettyName());
    }
    if (part instanceof Generator || part instanceof UnresolvedGenerator) {
      return Optional.of("a maker of rows is refused, since one value is wanted for each row.");
    }
    if (part instanceof UnresolvedFunction function) {
      return nameOf(function)
          .map(name -> SafeFunctions.refusedInExpression(name, function.children().size()))
          .orElseGet(SafeSql::elsewhere);
    }
    return refusedAnywhere(part, columns);
  }

  /** The reason to refuse an expression in any place; its parts are not checked. */
  static Optional<String> refusedAnywhere(Expression part, Set<String> columns) {
    if (part instanceof ExpressionWithUnresolvedIdentifier) {
      return Optional.of("IDENTIFIER is refused, since it hides what is named.");
    }
    if (part instanceof Nondeterministic
        || CLOCKS_AND_SESSIONS.contains(part.getClass().getSimpleName())) {
      return Optional.of(part.prettyName() + " is refused, since it does not depend on the data.");
    }
    if (part instanceof UnresolvedAttribute column && column.nameParts().size() == 1) {
      String name = column.nameParts().head();
      return columns.contains(name) ? Optional.empty() : SafeFunctions.refusedAsWord(name);
    }
    return Optional.empty();
  }

  /** The name of a function of Spark; empty for one that is looked for in a catalog. */
  static Optional<String> nameOf(UnresolvedFunction function) {
    return function.nameParts().size() == 1
        ? Optional.of(function.nameParts().head().toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  static Optional<String> elsewhere() {
    return Optional.of("a function of a catalog is refused; only Spark's own may be called.");
  }
}
