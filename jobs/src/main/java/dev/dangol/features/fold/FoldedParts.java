package dev.dangol.features.fold;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.Partition;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.rdd.ZippedPartitionsBaseRDD;
import org.apache.spark.rdd.ZippedPartitionsPartition;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;

/** Parts of several sources, those of the same number folded together. */
final class FoldedParts extends ZippedPartitionsBaseRDD<InternalRow> {
  private static final long serialVersionUID = 1L;

  private final FoldTask task;

  FoldedParts(List<RDD<InternalRow>> sources, FoldTask task) {
    super(
        sources.get(0).sparkContext(),
        CollectionConverters.asScala(new ArrayList<RDD<?>>(sources)).toSeq(),
        false,
        ClassTag$.MODULE$.apply(InternalRow.class));
    this.task = task;
  }

  @Override
  @SuppressWarnings("unchecked")
  public scala.collection.Iterator<InternalRow> compute(Partition split, TaskContext context) {
    List<Iterator<InternalRow>> rows = new ArrayList<>();
    List<Partition> parts =
        CollectionConverters.asJava(((ZippedPartitionsPartition) split).partitions());
    List<RDD<?>> sources = CollectionConverters.asJava(rdds());
    for (int place = 0; place < sources.size(); place++) {
      RDD<InternalRow> source = (RDD<InternalRow>) sources.get(place);
      rows.add(CollectionConverters.asJava(source.iterator(parts.get(place), context)));
    }
    return CollectionConverters.asScala(task.fold(rows));
  }
}
