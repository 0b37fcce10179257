package dev.dangol.segments;

import dev.dangol.segments.kmeans.RowBlock;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import scala.collection.Iterator;
import scala.reflect.ClassTag;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Blocks of rows that stay cached until they are closed. A pass over them is one Spark job with as
 * many tasks as there are cores, since most passes take less time than starting a task for every
 * block would.
 */
public final class CachedBlocks implements AutoCloseable {
  /** The function that tasks apply to a block. */
  public interface BlockPass<T> extends Function<RowBlock, T>, Serializable {}

  private final JavaRDD<NumberedBlock<RowBlock>> cached;

  private CachedBlocks(JavaRDD<NumberedBlock<RowBlock>> blocks) {
    this.cached = blocks.persist(StorageLevel.MEMORY_AND_DISK());
  }

  /**
   * Caches the blocks, on the first pass over them.
   *
   * @param blocks one in each partition
   */
  public static CachedBlocks of(JavaRDD<RowBlock> blocks) {
    return new CachedBlocks(
        blocks.mapPartitionsWithIndex(
            (place, only) -> List.of(new NumberedBlock<>(place, only.next())).iterator(), true));
  }

  /** Other blocks made of these, cached as well. */
  public CachedBlocks map(BlockPass<RowBlock> change) {
    return new CachedBlocks(cached.map(block -> block.with(change)));
  }

  /** The results of the pass, one per block, in the order of the blocks whatever ran where. */
  public <T> List<T> each(BlockPass<T> pass) {
    var grouped = cached.coalesce(cached.context().defaultParallelism()).rdd();
    List<NumberedBlock<T>> yields = new ArrayList<>();
    grouped
        .sparkContext()
        .runJob(
            grouped,
            new BlockGroup<>(pass),
            (group, yielded) -> add(yielded, yields),
            ClassTag.<List<NumberedBlock<T>>>apply(List.class));
    return yields.stream()
        .sorted(Comparator.comparingInt(NumberedBlock::place))
        .map(NumberedBlock::value)
        .toList();
  }

  private static <T> BoxedUnit add(List<T> some, List<T> all) {
    all.addAll(some);
    return BoxedUnit.UNIT;
  }

  @Override
  public void close() {
    cached.unpersist(false);
  }

  private record NumberedBlock<T>(int place, T value) implements Serializable {
    private static final long serialVersionUID = 1L;

    <U> NumberedBlock<U> with(Function<T, U> change) {
      return new NumberedBlock<>(place, change.apply(value));
    }
  }

  /**
   * A task's part of a pass. It is a class with a name because Spark reads the byte code around
   * every lambda of every job, which takes longer than a step of k-means.
   */
  private static final class BlockGroup<T>
      extends AbstractFunction2<
          TaskContext, Iterator<NumberedBlock<RowBlock>>, List<NumberedBlock<T>>>
      implements Serializable {
    private static final long serialVersionUID = 1L;

    private final BlockPass<T> pass;

    BlockGroup(BlockPass<T> pass) {
      this.pass = pass;
    }

    @Override
    public List<NumberedBlock<T>> apply(
        TaskContext task, Iterator<NumberedBlock<RowBlock>> blocks) {
      List<NumberedBlock<T>> yields = new ArrayList<>();
      while (blocks.hasNext()) {
        yields.add(blocks.next().with(pass));
      }
      return yields;
    }
  }
}
