package dev.dangol.segments;

import dev.dangol.config.SegmentSettings;
import dev.dangol.segments.kmeans.BlockPart;
import dev.dangol.segments.kmeans.ClusterCentres;
import dev.dangol.segments.kmeans.LloydIterations;
import dev.dangol.segments.kmeans.RowBlock;
import dev.dangol.segments.kmeans.SearchCandidate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Starting models of the fit: for every number of segments one of all customers and one of each
 * half. Each is the best of several starts on the sample. Where there are fewer different customers
 * than segments asked for, fewer are tried.
 *
 * @param sample scaled rows, the same whatever the layout of the input
 * @param ks the numbers of segments that are tried, ascending
 * @param models three for each of them, in the order of {@link BlockPart}
 */
record StartingModels(RowBlock sample, List<Integer> ks, List<ClusterCentres> models) {

  /**
   * Looks for the best starts.
   *
   * @param earlier the centres of the last day's segments, from which as many of today's start too,
   *     unless another start is better by more than the settings ask for
   */
  static StartingModels of(RowBlock sample, SegmentSettings settings, double[][] earlier) {
    int from = settings.k().orElse(settings.kFrom());
    int to = settings.k().orElse(settings.kTo());
    int different = LloydIterations.differentRows(sample, to);
    List<Integer> ks =
        IntStream.rangeClosed(Math.min(from, different), Math.min(to, different)).boxed().toList();
    List<ClusterCentres> models =
        new ArrayList<>(
            IntStream.range(0, ks.size() * BlockPart.values().length)
                .parallel()
                .mapToObj(i -> best(sample, ks, i, settings.seed()))
                .toList());
    int place = ks.indexOf(earlier.length) * BlockPart.values().length;
    if (place >= 0) {
      double minGain = settings.keeping().minGain();
      models.set(place, LloydIterations.keep(sample, earlier, models.get(place), minGain));
    }
    return new StartingModels(sample, ks, models);
  }

  private static ClusterCentres best(RowBlock sample, List<Integer> ks, int place, long seed) {
    List<BlockPart> parts = Arrays.asList(BlockPart.values());
    int k = ks.get(place / parts.size());
    return LloydIterations.best(sample, parts.get(place % parts.size()), k, seed);
  }

  /** The candidates that the starters have become. */
  List<SearchCandidate> candidates(List<ClusterCentres> settled) {
    int parts = BlockPart.values().length;
    return IntStream.range(0, ks.size())
        .mapToObj(i -> SearchCandidate.of(ks.get(i), settled.subList(i * parts, (i + 1) * parts)))
        .toList();
  }
}
