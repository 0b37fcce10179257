package dev.dangol.segments;

import dev.dangol.config.SegmentSettings;
import dev.dangol.segments.kmeans.CandidateEvaluation;
import dev.dangol.segments.kmeans.CentreSums;
import dev.dangol.segments.kmeans.ClusterCentres;
import dev.dangol.segments.kmeans.ClusterStability;
import dev.dangol.segments.kmeans.ClusterTrial;
import dev.dangol.segments.kmeans.LloydIterations;
import dev.dangol.segments.kmeans.LockstepModels;
import dev.dangol.segments.kmeans.RowBlock;
import dev.dangol.segments.kmeans.SearchCandidate;
import dev.dangol.segments.kmeans.Silhouette;
import dev.dangol.table.RunsSparkJobs;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Fits the models: the one class of this package that runs Spark jobs. Customers are read once into
 * blocks that stay cached during the fit; every pass over them is one job for all candidates
 * together, and the results of the blocks are added up in the order of the blocks.
 */
@RunsSparkJobs
final class SegmentModelFitter {
  /** Of each half of each partition: the rows that centres start from. */
  private static final int START_ROWS = 128;

  private final Dataset<Row> features;
  private final MeasureColumns measures;
  private final SegmentSettings settings;
  private final PreviousSegments earlier;

  /**
   * Prepares the fit.
   *
   * @param earlier the segments of earlier days
   */
  SegmentModelFitter(
      Dataset<Row> features,
      MeasureColumns measures,
      SegmentSettings settings,
      PreviousSegments earlier) {
    this.features = features;
    this.measures = measures;
    this.settings = settings;
    this.earlier = earlier;
  }

  /** New segments. */
  SegmentationResult fitted() {
    return of(
        (raw, parts, survey) -> {
          FeatureSelection selection = selection(survey);
          FeaturePreparation preparation = selection.preparation();
          SegmentSearch search = search(raw, starters(preparation, parts), preparation, survey);
          SegmentModel model = new SegmentModel(preparation, search.candidate().all());
          SegmentTransitions census = census(model);
          SegmentProfiles profiles =
              new SegmentProfiles(measures, model, search.appraisal().sums(), tally(raw, model));
          return new SegmentationResult(
              model,
              search.trials(),
              search.chosen(),
              search.stabilities(),
              profiles.ordered(census),
              census,
              survey,
              selection.leftOut(),
              List.of());
        });
  }

  /** The segments of a stored model, without a new fit. */
  SegmentationResult scored(StoredModel stored) {
    SegmentModel model = stored.model(measures);
    return of(
        (raw, parts, survey) -> {
          FeaturePreparation preparation = model.preparation();
          ClusterCentres centres = model.centres();
          List<CentreSums> sums =
              raw.each(block -> CentreSums.of(preparation.scaled(block), centres));
          SegmentTransitions census = census(model);
          SegmentProfiles profiles =
              new SegmentProfiles(
                  measures, model, CentreSums.total(centres, sums), tally(raw, model));
          List<SegmentProfile> all =
              Stream.concat(profiles.ordered(census).stream(), profiles.deserted().stream())
                  .toList();
          return new SegmentationResult(
              model,
              List.of(),
              -1,
              ClusterStability.NONE,
              all,
              census,
              survey,
              stored.leftOut(),
              stored.ids());
        });
  }

  /** A segmentation of the customers, who stay cached meanwhile. */
  private interface CustomerPass {
    SegmentationResult over(CachedBlocks raw, List<FeatureStatistics> parts, FeatureStatistics all);
  }

  private SegmentationResult of(CustomerPass pass) {
    try (CachedBlocks raw = RawBlocks.of(features, measures, settings.seed())) {
      List<FeatureStatistics> parts = raw.each(FeatureStatistics::of);
      FeatureStatistics survey = FeatureStatistics.total(measures.columns().size(), parts);
      return survey.customers() == 0
          ? SegmentationResult.nobody(survey, selection(survey).leftOut())
          : pass.over(raw, parts, survey);
    }
  }

  private FeatureSelection selection(FeatureStatistics survey) {
    return FeatureSelection.of(measures, survey, settings.maxCorrelation());
  }

  private StartingModels starters(FeaturePreparation preparation, List<FeatureStatistics> parts) {
    List<RowBlock> heads = parts.stream().map(part -> part.sample().head(START_ROWS)).toList();
    RowBlock sample = RowBlock.join(measures.columns().size(), heads);
    return StartingModels.of(preparation.scaled(sample), settings, earlier.starts(preparation));
  }

  private SegmentSearch search(
      CachedBlocks raw,
      StartingModels starters,
      FeaturePreparation preparation,
      FeatureStatistics survey) {
    try (CachedBlocks rows = raw.map(preparation::scaled)) {
      List<SearchCandidate> candidates = starters.candidates(settled(rows, starters));
      List<CandidateEvaluation> appraisals =
          CandidateEvaluation.total(
              candidates, rows.each(block -> CandidateEvaluation.of(block, candidates)));
      double[] silhouettes = silhouettes(rows, candidates, appraisals);
      List<ClusterTrial> trials =
          SegmentSearch.trials(candidates, appraisals, silhouettes, survey.customers());
      int k = earlier.model().map(model -> model.centres().size()).orElse(0);
      ClusterStability stand = ClusterStability.of(trials, earlier.stabilities(settings));
      ClusterTrial used = stand.kept(trials, settings.minShare(), k, settings.keeping().minGain());
      return new SegmentSearch(candidates, appraisals, trials, trials.indexOf(used), stand);
    }
  }

  private static List<ClusterCentres> settled(CachedBlocks rows, StartingModels starters) {
    LockstepModels lockstep =
        new LockstepModels(starters.models(), starters.sample(), LloydIterations.COARSE);
    while (!lockstep.done()) {
      List<ClusterCentres> running = lockstep.running();
      lockstep.advance(rows.each(block -> CentreSums.of(block, running)));
    }
    return lockstep.models();
  }

  private static double[] silhouettes(
      CachedBlocks rows, List<SearchCandidate> candidates, List<CandidateEvaluation> appraisals) {
    List<Silhouette> silhouettes =
        IntStream.range(0, candidates.size())
            .mapToObj(i -> new Silhouette(candidates.get(i).all(), appraisals.get(i)))
            .toList();
    double[] totals = new double[candidates.size()];
    for (double[] sums : rows.each(block -> Silhouette.sums(block, silhouettes))) {
      for (int i = 0; i < totals.length; i++) {
        totals[i] += sums[i];
      }
    }
    return totals;
  }

  private SegmentSums tally(CachedBlocks raw, SegmentModel model) {
    List<SegmentSums> tallies = raw.each(block -> SegmentSums.of(block, model));
    return SegmentSums.total(model, measures.columns().size(), tallies);
  }

  private SegmentTransitions census(SegmentModel model) {
    List<SegmentLabel> numbers = SegmentLabel.numbers(model.centres().count());
    return TransitionCounter.of(
        SegmentMembers.of(features, measures, model, numbers), earlier.customers());
  }
}
