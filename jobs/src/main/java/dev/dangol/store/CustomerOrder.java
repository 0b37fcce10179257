package dev.dangol.store;

import dev.dangol.table.SharedColumns;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.catalog.BucketSpec;
import org.apache.spark.sql.catalyst.expressions.Ascending$;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SortOrder;
import org.apache.spark.sql.catalyst.plans.physical.HashPartitioning;
import org.apache.spark.sql.catalyst.plans.physical.Partitioning;
import org.apache.spark.sql.catalyst.plans.physical.PartitioningCollection;
import org.apache.spark.sql.execution.SparkPlan;
import scala.jdk.javaapi.CollectionConverters;

/** Order of customers in which a plan gives its rows, as far as the plan itself promises it. */
final class CustomerOrder {
  private static final String CUSTOMER = SharedColumns.CUSTOMER_ID.name();

  private CustomerOrder() {}

  /**
   * The parts in which a plan gives rows, as buckets by customer that are sorted; empty where its
   * parts are not by customer, or not in order.
   */
  static Optional<BucketSpec> of(SparkPlan plan) {
    List<SortOrder> order = CollectionConverters.asJava(plan.outputOrdering());
    boolean isSorted =
        !order.isEmpty()
            && isCustomer(order.get(0).child())
            && order.get(0).direction().equals(Ascending$.MODULE$);
    return isSorted
        ? partitionings(plan.outputPartitioning())
            .filter(CustomerOrder::isByCustomer)
            .findFirst()
            .map(parts -> spec(parts.numPartitions()))
        : Optional.empty();
  }

  private static Stream<HashPartitioning> partitionings(Partitioning partitioning) {
    if (partitioning instanceof PartitioningCollection several) {
      return CollectionConverters.asJava(several.partitionings()).stream()
          .flatMap(CustomerOrder::partitionings);
    }
    return partitioning instanceof HashPartitioning one ? Stream.of(one) : Stream.empty();
  }

  private static boolean isByCustomer(HashPartitioning parts) {
    return parts.expressions().size() == 1 && isCustomer(parts.expressions().head());
  }

  private static boolean isCustomer(Expression expression) {
    return expression instanceof Attribute column && column.name().equals(CUSTOMER);
  }

  private static BucketSpec spec(int parts) {
    var customer = CollectionConverters.asScala(List.of(CUSTOMER)).toSeq();
    return new BucketSpec(parts, customer, customer);
  }
}
