package dev.dangol.sql;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedGenerator;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.execution.SparkSqlParser;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Checks configured queries before Spark runs them. A query makes a table from the inputs of its
 * source: commands, other tables, files and scripts are refused.
 */
public final class SafeQuery {
  private static final Set<String> PARTS =
      Set.of(
          "Aggregate",
          "Deduplicate",
          "Distinct",
          "Except",
          "Filter",
          "Generate",
          "GlobalLimit",
          "Intersect",
          "Join",
          "LateralJoin",
          "LocalLimit",
          "LocalRelation",
          "Offset",
          "OneRowRelation",
          "Pivot",
          "Project",
          "ResolvedHint",
          "Sample",
          "Sort",
          "SubqueryAlias",
          "Union",
          "UnresolvedHaving",
          "UnresolvedHint",
          "UnresolvedInlineTable",
          "UnresolvedRelation",
          "UnresolvedSubqueryColumnAliases",
          "UnresolvedTVFAliases",
          "UnresolvedTableValuedFunction",
          "UnresolvedWith",
          "Unpivot",
          "UnpivotTransformer",
          "WithWindowDefinition");

  /** Words that Spark reads as a column before it reads them as the session's user. */
  private static final Set<String> LIKELY_COLUMNS = Set.of("user");

  private SafeQuery() {}

  /**
   * Refuses a query that is unsafe.
   *
   * @param inputs the names of the tables that it may read
   * @throws SqlText.UnusableExpression naming what is refused and why, or what cannot be read
   */
  public static void refuseUnsafe(String text, Collection<String> inputs)
      throws SqlText.UnusableExpression {
    LogicalPlan read;
    try {
      read = new SparkSqlParser().parseQuery(text);
    } catch (Exception failure) { // Spark throws checked exceptions that it does not declare.
      throw new SqlText.UnusableExpression(text, failure);
    }
    Optional<String> reason = refusalOf(read, names(inputs));
    if (reason.isPresent()) {
      throw new SqlText.UnusableExpression(text, reason.get());
    }
  }

  private static Optional<String> refusalOf(LogicalPlan plan, Set<String> tables) {
    if (plan instanceof UnresolvedWith with) {
      return refusedWith(with, tables);
    }
    Optional<String> reason = refusedItself(plan, tables);
    for (Expression expression : CollectionConverters.asJava(plan.expressions())) {
      reason = reason.or(() -> refusalOf(expression, tables));
    }
    for (LogicalPlan below : CollectionConverters.asJava(plan.children())) {
      reason = reason.or(() -> refusalOf(below, tables));
    }
    return reason;
  }

  /** Each named part may read those before it. */
  private static Optional<String> refusedWith(UnresolvedWith with, Set<String> tables) {
    Set<String> known = names(tables);
    Optional<String> reason = Optional.empty();
    for (var named : CollectionConverters.asJava(with.cteRelations())) {
      SubqueryAlias part = (SubqueryAlias) named.productElement(1);
      if (with.allowRecursion()) {
        known.add(part.alias());
      }
      Set<String> before = names(known);
      reason = reason.or(() -> refusalOf(part, before));
      known.add(part.alias());
    }
    return reason.or(() -> refusalOf(with.child(), known));
  }

  private static Optional<String> refusedItself(LogicalPlan plan, Set<String> tables) {
    if (plan instanceof UnresolvedRelation relation) {
      Seq<String> name = relation.multipartIdentifier();
      boolean isInput = name.size() == 1 && tables.contains(name.head());
      return isInput
          ? Optional.empty()
          : Optional.of(
              "the table " + name.mkString(".") + " is refused, since it is none of the inputs.");
    }
    if (plan instanceof UnresolvedTableValuedFunction function) {
      return SafeFunctions.refusedAsTable(function.name().mkString("."));
    }
    String part = plan.getClass().getSimpleName().replace("$", "");
    return PARTS.contains(part)
        ? Optional.empty()
        : Optional.of(part + " is refused: a query may only select from its inputs.");
  }

  private static Optional<String> refusalOf(Expression part, Set<String> tables) {
    Optional<String> reason = Optional.empty();
    if (part instanceof PlanExpression<?> inner && inner.plan() instanceof LogicalPlan plan) {
      reason = refusalOf(plan, tables);
    } else if (part instanceof UnresolvedFunction function) {
      reason =
          SafeSql.nameOf(function)
              .map(name -> SafeFunctions.refusedInQuery(name, function.children().size()))
              .orElseGet(SafeSql::elsewhere);
    } else if (part instanceof UnresolvedGenerator generator) {
      reason = SafeFunctions.refusedAsTable(generator.name().funcName());
    } else {
      reason = SafeSql.refusedAnywhere(part, LIKELY_COLUMNS);
    }
    for (Expression below : CollectionConverters.asJava(part.children())) {
      reason = reason.or(() -> refusalOf(below, tables));
    }
    return reason;
  }

  private static Set<String> names(Collection<String> names) {
    Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    known.addAll(names);
    return known;
  }
}
