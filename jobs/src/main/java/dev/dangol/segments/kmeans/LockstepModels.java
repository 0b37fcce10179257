package dev.dangol.segments.kmeans;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Models that advance in lockstep, one step of Lloyd's algorithm at a time. One pass over the rows
 * serves them all. A model that has settled rests.
 */
public final class LockstepModels {
  private final List<ClusterCentres> models;
  private final RowBlock sample;
  private final double tolerance;
  private final BitSet settled = new BitSet();
  private int steps;

  /**
   * Starts from the given models.
   *
   * @param sample rows, in which a centre that lost all its rows finds a new position
   * @param tolerance a model has settled when none of its centres moves further than that
   */
  public LockstepModels(List<ClusterCentres> starts, RowBlock sample, double tolerance) {
    this.tolerance = tolerance;
    this.models = new ArrayList<>(starts);
    this.sample = sample;
  }

  public boolean done() {
    return steps >= LloydIterations.MOST_STEPS || settled.cardinality() == models.size();
  }

  /** The models that still move, in a fixed order. */
  public List<ClusterCentres> running() {
    List<ClusterCentres> running = new ArrayList<>();
    for (int i = settled.nextClearBit(0); i < models.size(); i = settled.nextClearBit(i + 1)) {
      running.add(models.get(i));
    }
    return running;
  }

  /**
   * Moves every running model.
   *
   * @param blocks for each block of rows, in their fixed order, the sums of the running models
   */
  public void advance(List<List<CentreSums>> blocks) {
    int next = 0;
    for (int i = settled.nextClearBit(0); i < models.size(); i = settled.nextClearBit(i + 1)) {
      ClusterCentres before = models.get(i);
      CentreSums total = new CentreSums(before.count(), before.width());
      for (List<CentreSums> block : blocks) {
        total.add(block.get(next));
      }
      next++;
      ClusterCentres after = LloydIterations.move(before, total, sample);
      models.set(i, after);
      if (LloydIterations.isSettled(before, after, tolerance)) {
        settled.set(i);
      }
    }
    steps++;
  }

  /** Every model in its present state, in the order of the starts. */
  public List<ClusterCentres> models() {
    return List.copyOf(models);
  }
}
