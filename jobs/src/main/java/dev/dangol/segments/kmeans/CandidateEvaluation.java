package dev.dangol.segments.kmeans;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Evaluation of a candidate on the rows: its sizes, stability and silhouette are made from it. */
public final class CandidateEvaluation implements Serializable {
  private static final long serialVersionUID = 1L;

  private final CentreSums sums;
  private final double[] squares;
  private final long[][] shared;

  CandidateEvaluation(SearchCandidate candidate) {
    this.sums = new CentreSums(candidate.all().count(), candidate.all().width());
    this.squares = new double[candidate.all().count()];
    this.shared = new long[candidate.first().count()][candidate.second().count()];
  }

  /** The evaluations of several candidates over one block. */
  public static List<CandidateEvaluation> of(RowBlock block, List<SearchCandidate> candidates) {
    List<CandidateEvaluation> appraisals = new ArrayList<>();
    candidates.forEach(candidate -> appraisals.add(of(block, candidate)));
    return appraisals;
  }

  static CandidateEvaluation of(RowBlock block, SearchCandidate candidate) {
    CandidateEvaluation appraisal = new CandidateEvaluation(candidate);
    appraisal.addRows(block, new NearestCentres(block, candidate.all()));
    if (appraisal.comparesHalves()) {
      appraisal.addShared(
          new NearestCentres(block, candidate.first().forAll()),
          new NearestCentres(block, candidate.second().forAll()));
    }
    return appraisal;
  }

  /** Adds up blocks, each with one evaluation per candidate, in the order of the blocks. */
  public static List<CandidateEvaluation> total(
      List<SearchCandidate> candidates, List<List<CandidateEvaluation>> blocks) {
    List<CandidateEvaluation> totals = candidates.stream().map(CandidateEvaluation::new).toList();
    for (List<CandidateEvaluation> block : blocks) {
      for (int i = 0; i < totals.size(); i++) {
        totals.get(i).add(block.get(i));
      }
    }
    return totals;
  }

  public CentreSums sums() {
    return sums;
  }

  /** Mean squared norm of the rows of a segment. */
  double meanSquare(int centre) {
    return squares[centre] / sums.count(centre);
  }

  /** The number of rows. */
  public long rows() {
    return IntStream.range(0, squares.length).mapToLong(sums::count).sum();
  }

  /**
   * The candidate as a line of the search.
   *
   * @param silhouettes the sum of the rows' silhouettes
   * @param customers how many there are, those set aside included
   */
  public ClusterTrial trial(int k, double silhouettes, long customers) {
    return new ClusterTrial(
        k,
        squares.length > 1 ? OptionalDouble.of(silhouettes / rows()) : OptionalDouble.empty(),
        stability(),
        (double) smallest() / customers);
  }

  /** The size of the smallest segment; 0 where one is empty or there is none. */
  private long smallest() {
    long smallest = Long.MAX_VALUE;
    for (int centre = 0; centre < squares.length; centre++) {
      smallest = Math.min(smallest, sums.count(centre));
    }
    return squares.length == 0 ? 0 : smallest;
  }

  /** The agreement of the two halves' models; empty where a half is empty or has one segment. */
  private OptionalDouble stability() {
    return comparesHalves() && squares.length > 1
        ? OptionalDouble.of(AdjustedRand.index(shared))
        : OptionalDouble.empty();
  }

  private boolean comparesHalves() {
    return shared.length > 0 && shared[0].length > 0;
  }

  private void addRows(RowBlock block, NearestCentres nearest) {
    while (nearest.next()) {
      sums.add(block, nearest);
      for (int column = 0; column < block.width(); column++) {
        int offset = block.offset(column) + nearest.from();
        for (int row = 0; row < nearest.length(); row++) {
          double value = block.values()[offset + row];
          squares[nearest.index(row)] += value * value;
        }
      }
    }
  }

  private void addShared(NearestCentres first, NearestCentres second) {
    while (first.next() && second.next()) {
      for (int row = 0; row < first.length(); row++) {
        shared[first.index(row)][second.index(row)]++;
      }
    }
  }

  private void add(CandidateEvaluation other) {
    sums.add(other.sums);
    for (int centre = 0; centre < squares.length; centre++) {
      squares[centre] += other.squares[centre];
    }
    for (int i = 0; i < shared.length; i++) {
      for (int j = 0; j < shared[i].length; j++) {
        shared[i][j] += other.shared[i][j];
      }
    }
  }
}
