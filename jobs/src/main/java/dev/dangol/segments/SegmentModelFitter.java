package dev.dangol.segments;

import dev.dangol.config.SegmentSettings;
import dev.dangol.segments.kmeans.Appraisal;
import dev.dangol.segments.kmeans.Block;
import dev.dangol.segments.kmeans.Candidate;
import dev.dangol.segments.kmeans.Centres;
import dev.dangol.segments.kmeans.Lloyd;
import dev.dangol.segments.kmeans.Lockstep;
import dev.dangol.segments.kmeans.Silhouette;
import dev.dangol.segments.kmeans.Stabilities;
import dev.dangol.segments.kmeans.Sums;
import dev.dangol.segments.kmeans.Trial;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Fits the models: the one class of this room that runs Spark jobs. Customers are read once into
 * blocks that stay cached during the fit; every pass over them is one job for all candidates
 * together, and what the blocks yield is added up in the order of the blocks.
 */
final class SegmentModelFitter {
  /** Of each half of each partition: the rows that centres start from. */
  private static final int START_ROWS = 128;

  private final Dataset<Row> features;
  private final Measures measures;
  private final SegmentSettings settings;
  private final Earlier earlier;

  /**
   * Prepares the fit.
   *
   * @param earlier what is known of the segments of earlier days
   */
  SegmentModelFitter(
      Dataset<Row> features, Measures measures, SegmentSettings settings, Earlier earlier) {
    this.features = features;
    this.measures = measures;
    this.settings = settings;
    this.earlier = earlier;
  }

  /** New segments. */
  Fitted fitted() {
    return of(
        (raw, parts, survey) -> {
          Selection selection = selection(survey);
          Preparation preparation = selection.preparation();
          Search search = search(raw, starters(preparation, parts), preparation, survey);
          Model model = new Model(preparation, search.candidate().all());
          Census census = census(model);
          Profiles profiles =
              new Profiles(measures, model, search.appraisal().sums(), tally(raw, model));
          return new Fitted(
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

  /** The segments of a stored model, which nobody looks for anew. */
  Fitted scored(StoredModel stored) {
    Model model = stored.model(measures);
    return of(
        (raw, parts, survey) -> {
          Preparation preparation = model.preparation();
          Centres centres = model.centres();
          List<Sums> sums = raw.each(block -> Sums.of(preparation.scaled(block), centres));
          Census census = census(model);
          Profiles profiles =
              new Profiles(measures, model, Sums.total(centres, sums), tally(raw, model));
          List<Profile> all =
              Stream.concat(profiles.ordered(census).stream(), profiles.deserted().stream())
                  .toList();
          return new Fitted(
              model,
              List.of(),
              -1,
              Stabilities.NONE,
              all,
              census,
              survey,
              stored.leftOut(),
              stored.ids());
        });
  }

  /** What becomes of the customers, who stay cached meanwhile. */
  private interface Pass {
    Fitted over(Blocks raw, List<Survey> parts, Survey all);
  }

  private Fitted of(Pass pass) {
    try (Blocks raw = RawBlocks.of(features, measures, settings.seed())) {
      List<Survey> parts = raw.each(Survey::of);
      Survey survey = Survey.total(measures.columns().size(), parts);
      return survey.customers() == 0
          ? Fitted.nobody(survey, selection(survey).leftOut())
          : pass.over(raw, parts, survey);
    }
  }

  private Selection selection(Survey survey) {
    return Selection.of(measures, survey, settings.maxCorrelation());
  }

  private Starters starters(Preparation preparation, List<Survey> parts) {
    List<Block> heads = parts.stream().map(part -> part.sample().head(START_ROWS)).toList();
    Block sample = Block.joined(measures.columns().size(), heads);
    return Starters.of(preparation.scaled(sample), settings, earlier.starts(preparation));
  }

  private Search search(Blocks raw, Starters starters, Preparation preparation, Survey survey) {
    try (Blocks rows = raw.map(preparation::scaled)) {
      List<Candidate> candidates = starters.candidates(settled(rows, starters));
      List<Appraisal> appraisals =
          Appraisal.total(candidates, rows.each(block -> Appraisal.of(block, candidates)));
      double[] silhouettes = silhouettes(rows, candidates, appraisals);
      List<Trial> trials = Search.trials(candidates, appraisals, silhouettes, survey.customers());
      int k = earlier.model().map(model -> model.centres().size()).orElse(0);
      Stabilities stand = Stabilities.of(trials, earlier.stabilities(settings));
      Trial used = stand.kept(trials, settings.minShare(), k, settings.keeping().minGain());
      return new Search(candidates, appraisals, trials, trials.indexOf(used), stand);
    }
  }

  private static List<Centres> settled(Blocks rows, Starters starters) {
    Lockstep lockstep = new Lockstep(starters.models(), starters.sample(), Lloyd.COARSE);
    while (!lockstep.done()) {
      List<Centres> running = lockstep.running();
      lockstep.advance(rows.each(block -> Sums.of(block, running)));
    }
    return lockstep.models();
  }

  private static double[] silhouettes(
      Blocks rows, List<Candidate> candidates, List<Appraisal> appraisals) {
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

  private Tally tally(Blocks raw, Model model) {
    List<Tally> tallies = raw.each(block -> Tally.of(block, model));
    return Tally.total(model, measures.columns().size(), tallies);
  }

  private Census census(Model model) {
    List<Label> numbers = Label.numbers(model.centres().count());
    return CensusFit.of(Members.of(features, measures, model, numbers), earlier.customers());
  }
}
