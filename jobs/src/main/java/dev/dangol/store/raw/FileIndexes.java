package dev.dangol.store.raw;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.datasources.FileIndex;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import scala.jdk.javaapi.CollectionConverters;

/** Finds the files that Spark would read for a table just opened. */
final class FileIndexes {
  private FileIndexes() {}

  static FileIndex of(Dataset<Row> opened) {
    LogicalPlan plan =
        ((org.apache.spark.sql.classic.Dataset<Row>) opened).queryExecution().analyzed();
    for (LogicalPlan leaf : CollectionConverters.asJava(plan.collectLeaves())) {
      if (leaf instanceof LogicalRelation relation
          && relation.relation() instanceof HadoopFsRelation files) {
        return files.location();
      }
    }
    throw new IllegalStateException("No files behind " + plan.nodeName());
  }
}
