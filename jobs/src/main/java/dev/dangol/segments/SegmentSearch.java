package dev.dangol.segments;

import dev.dangol.segments.kmeans.CandidateEvaluation;
import dev.dangol.segments.kmeans.ClusterStability;
import dev.dangol.segments.kmeans.ClusterTrial;
import dev.dangol.segments.kmeans.SearchCandidate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Everything that was tried, in the order of k.
 *
 * @param candidates the models
 * @param appraisals how each divides the customers
 * @param trials how good each is
 * @param chosen the one that is used, by its place
 * @param stabilities how the numbers of segments stand
 */
record SegmentSearch(
    List<SearchCandidate> candidates,
    List<CandidateEvaluation> appraisals,
    List<ClusterTrial> trials,
    int chosen,
    ClusterStability stabilities) {

  /**
   * Judges the candidates.
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
