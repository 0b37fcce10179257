package dev.dangol.segments.kmeans;

import java.io.Serializable;
import java.util.List;

/**
 * A number of segments that is tried.
 *
 * @param k how many segments were asked for
 * @param all the model of all customers
 * @param first the model of one half of them
 * @param second the model of the other half
 */
public record SearchCandidate(
    int k, ClusterCentres all, ClusterCentres first, ClusterCentres second)
    implements Serializable {

  /** Takes the models of all customers, of the first half and of the second, in this order. */
  public static SearchCandidate of(int k, List<ClusterCentres> models) {
    return new SearchCandidate(k, models.get(0), models.get(1), models.get(2));
  }
}
