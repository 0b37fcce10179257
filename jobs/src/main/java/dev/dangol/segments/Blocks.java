package dev.dangol.segments;

import dev.dangol.segments.kmeans.Block;
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
public final class Blocks implements AutoCloseable {
  /** What tasks do with a block. */
  public interface Pass<T> extends Function<Block, T>, Serializable {}

  private final JavaRDD<Numbered<Block>> cached;

  private Blocks(JavaRDD<Numbered<Block>> blocks) {
    this.cached = blocks.persist(StorageLevel.MEMORY_AND_DISK());
  }

  /**
   * Caches the blocks, on the first pass over them.
   *
   * @param blocks one in each partition
   */
  public static Blocks of(JavaRDD<Block> blocks) {
    return new Blocks(
        blocks.mapPartitionsWithIndex(
            (place, only) -> List.of(new Numbered<>(place, only.next())).iterator(), true));
  }

  /** Other blocks made of these, cached as well. */
  public Blocks map(Pass<Block> change) {
    return new Blocks(cached.map(block -> block.with(change)));
  }

  /** What the pass yields for each block, in the order of the blocks whatever ran where. */
  public <T> List<T> each(Pass<T> pass) {
    var grouped = cached.coalesce(cached.context().defaultParallelism()).rdd();
    List<Numbered<T>> yields = new ArrayList<>();
    grouped
        .sparkContext()
        .runJob(
            grouped,
            new Group<>(pass),
            (group, yielded) -> add(yielded, yields),
            ClassTag.<List<Numbered<T>>>apply(List.class));
    return yields.stream()
        .sorted(Comparator.comparingInt(Numbered::place))
        .map(Numbered::value)
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

  private record Numbered<T>(int place, T value) implements Serializable {
    private static final long serialVersionUID = 1L;

    <U> Numbered<U> with(Function<T, U> change) {
      return new Numbered<>(place, change.apply(value));
    }
  }

  /**
   * A task's part of a pass. It is a class with a name because Spark reads the byte code around
   * every lambda of every job, which takes longer than a step of k-means.
   */
  private static final class Group<T>
      extends AbstractFunction2<TaskContext, Iterator<Numbered<Block>>, List<Numbered<T>>>
      implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Pass<T> pass;

    Group(Pass<T> pass) {
      this.pass = pass;
    }

    @Override
    public List<Numbered<T>> apply(TaskContext task, Iterator<Numbered<Block>> blocks) {
      List<Numbered<T>> yields = new ArrayList<>();
      while (blocks.hasNext()) {
        yields.add(blocks.next().with(pass));
      }
      return yields;
    }
  }
}
