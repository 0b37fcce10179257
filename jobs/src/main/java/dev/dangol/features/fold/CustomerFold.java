package dev.dangol.features.fold;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Ascending$;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SortOrder;
import org.apache.spark.sql.catalyst.plans.physical.HashPartitioning;
import org.apache.spark.sql.catalyst.plans.physical.Partitioning;
import org.apache.spark.sql.catalyst.plans.physical.SinglePartition$;
import org.apache.spark.sql.catalyst.types.DataTypeUtils$;
import org.apache.spark.sql.execution.LogicalRDD;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Fold of the rows of customers into their measures. Sources that lie in order of customers are
 * read side by side, each once, and every row passes the accumulators of all families. No row is
 * moved, no code is generated for a family, and no more is held than one customer's sums.
 *
 * @param families the measures, in the order of the columns
 * @param parts how many parts each source has
 * @param asOf the day that is described
 */
public record CustomerFold(List<FoldedFamily> families, int parts, AsOf asOf) {
  public CustomerFold {
    families = List.copyOf(families);
  }

  /**
   * One row for each customer of the first source.
   *
   * @param sources the rows of each source in order, with the columns that its cursor reads
   */
  public Dataset<Row> of(SparkSession spark, Map<FoldedSource, Dataset<Row>> sources) {
    List<Field> fields = new ArrayList<>(List.of(SharedColumns.CUSTOMER_ID));
    families.forEach(family -> fields.addAll(family.fields()));
    List<RDD<InternalRow>> rows = new ArrayList<>();
    sources.forEach((source, given) -> rows.add(rows(source, given)));
    FoldTask task =
        new FoldTask(
            List.copyOf(sources.keySet()),
            families,
            Math.toIntExact(asOf.day().toEpochDay()),
            fields.size());
    return table(
        (org.apache.spark.sql.classic.SparkSession) spark, fields, new FoldedParts(rows, task));
  }

  private RDD<InternalRow> rows(FoldedSource source, Dataset<Row> given) {
    Dataset<Row> read =
        given.select(source.columns().stream().map(Field::col).toArray(Column[]::new));
    RDD<InternalRow> rows =
        ((org.apache.spark.sql.classic.Dataset<Row>) read).queryExecution().toRdd();
    // Spark plans a source that it knows to be empty without any part.
    return rows.getNumPartitions() == 0
        ? new JavaSparkContext(rows.sparkContext()).parallelize(List.<InternalRow>of(), parts).rdd()
        : rows;
  }

  /** The rows as a table of which Spark knows the parts and their order. */
  private Dataset<Row> table(
      org.apache.spark.sql.classic.SparkSession spark, List<Field> fields, RDD<InternalRow> rows) {
    Seq<AttributeReference> columns = DataTypeUtils$.MODULE$.toAttributes(Field.schema(fields));
    Expression customer = columns.head();
    SortOrder order =
        new SortOrder(
            customer,
            Ascending$.MODULE$,
            Ascending$.MODULE$.defaultNullOrdering(),
            CollectionConverters.asScala(List.<Expression>of()).toSeq());
    Partitioning parting =
        parts == 1
            ? SinglePartition$.MODULE$
            : new HashPartitioning(CollectionConverters.asScala(List.of(customer)).toSeq(), parts);
    LogicalRDD plan =
        new LogicalRDD(
            CollectionConverters.asScala(
                    List.<Attribute>copyOf(CollectionConverters.asJava(columns)))
                .toSeq(),
            rows,
            parting,
            CollectionConverters.asScala(List.of(order)).toSeq(),
            false,
            Option.empty(),
            spark,
            Option.empty(),
            Option.empty());
    return org.apache.spark.sql.classic.Dataset$.MODULE$.ofRows(spark, plan);
  }
}
