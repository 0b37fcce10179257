package dev.dangol.segments;

import dev.dangol.segments.kmeans.Appraisal;
import dev.dangol.segments.kmeans.Candidate;
import dev.dangol.segments.kmeans.Stabilities;
import dev.dangol.segments.kmeans.Trial;
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
record Search(
    List<Candidate> candidates,
    List<Appraisal> appraisals,
    List<Trial> trials,
    int chosen,
    Stabilities stabilities) {

  /**
   * Judges the candidates.
   *
   * @param silhouettes of each candidate, the sum over all customers in a segment
   * @param customers how many there are, those set aside included
   */
  static List<Trial> trials(
      List<Candidate> candidates,
      List<Appraisal> appraisals,
      double[] silhouettes,
      long customers) {
    return IntStream.range(0, candidates.size())
        .mapToObj(i -> appraisals.get(i).trial(candidates.get(i).k(), silhouettes[i], customers))
        .toList();
  }

  Candidate candidate() {
    return candidates.get(chosen);
  }

  Appraisal appraisal() {
    return appraisals.get(chosen);
  }
}
