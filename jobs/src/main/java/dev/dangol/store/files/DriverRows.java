package dev.dangol.store.files;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows that are in the driver's memory: a plan that only picks columns of them needs no Spark job.
 *
 * @param rows as they were made
 * @param stored the columns that a row has
 * @param columns those of them that are wanted
 */
record DriverRows(List<InternalRow> rows, List<Attribute> stored, List<Attribute> columns) {

  /** The rows of a plan; empty where they have yet to be computed. */
  static Optional<DriverRows> of(LogicalPlan plan) {
    if (plan instanceof LocalRelation local) {
      return Optional.of(picked(local, CollectionConverters.asJava(local.output())));
    }
    if (plan instanceof Project picks
        && picks.child() instanceof LocalRelation local
        && picks.projectList().forall(AttributeReference.class::isInstance)) {
      return Optional.of(
          picked(
              local,
              CollectionConverters.asJava(picks.projectList()).stream()
                  .map(Attribute.class::cast)
                  .toList()));
    }
    return Optional.empty();
  }

  private static DriverRows picked(LocalRelation local, List<Attribute> columns) {
    return new DriverRows(
        CollectionConverters.asJava(local.data()),
        CollectionConverters.asJava(local.output()),
        columns);
  }

  /** The cells of a row in some of the columns. */
  InternalRow cells(InternalRow row, List<Attribute> wanted) {
    return new GenericInternalRow(wanted.stream().map(column -> cell(row, column)).toArray());
  }

  /** The cell of a row in a column; null where it is empty. */
  Object cell(InternalRow row, Attribute column) {
    int place = stored.indexOf(column);
    return row.isNullAt(place) ? null : row.get(place, column.dataType());
  }
}
