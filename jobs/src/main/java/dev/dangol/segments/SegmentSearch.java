package dev.dangol.segments;

import dev.dangol.segments.kmeans.CandidateEvaluation;
import dev.dangol.segments.kmeans.ClusterStability;
import dev.dangol.segments.kmeans.ClusterTrial;
import dev.dangol.segments.kmeans.SearchCandidate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Search for the number of segments: everything that was tried, in the order of k.
 *
 * @param candidates the models
 * @param appraisals how each divides the customers
 * @param trials how good each is
 * @param chosen the index of the one that is used
 * @param stabilities the stability of each number of segments
 */
record SegmentSearch(
    List<SearchCandidate> candidates,
    List<CandidateEvaluation> appraisals,
    List<ClusterTrial> trials,
    int chosen,
    ClusterStability stabilities) {

  /**
   * Evaluates the candidates.
   *
   * @param silhouettes of each candidate, the sum over all customers in a segment
   * @param customers how many there are, those set aside included
   */
  static List<ClusterTrial> trials(
      List<SearchCandidate> candidates,
      List<CandidateEvaluation> appraisals,
      double[] silhouettes,
      long customers) {
    return IntStream.range(0, candidates.size())
        .mapToObj(i -> appraisals.get(i).trial(candidates.get(i).k(), silhouettes[i], customers))
        .toList();
  }

  SearchCandidate candidate() {
    return candidates.get(chosen);
  }

  CandidateEvaluation appraisal() {
    return appraisals.get(chosen);
  }
}
