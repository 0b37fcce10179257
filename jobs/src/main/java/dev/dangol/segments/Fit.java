package dev.dangol.segments;

import dev.dangol.config.SegmentSettings;
import dev.dangol.segments.kmeans.Appraisal;
import dev.dangol.segments.kmeans.Block;
import dev.dangol.segments.kmeans.Candidate;
import dev.dangol.segments.kmeans.Centres;
import dev.dangol.segments.kmeans.Lloyd;
import dev.dangol.segments.kmeans.Lockstep;
import dev.dangol.segments.kmeans.Silhouette;
import dev.dangol.segments.kmeans.Sums;
import dev.dangol.segments.kmeans.Trial;
import dev.dangol.table.Columns;
import dev.dangol.table.FeatureColumns;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/**
 * Fits the models: the one class of this room that runs Spark jobs. Customers are read once into
 * blocks that stay cached during the fit; every pass over them is one job for all candidates
 * together, and what the blocks yield is added up in the order of the blocks.
 */
final class Fit {
  /** Of each half of each partition: the rows that centres start from. */
  private static final int START_ROWS = 128;

  private final Dataset<Row> features;
  private final Measures measures;
  private final SegmentSettings settings;

  Fit(Dataset<Row> features, Measures measures, SegmentSettings settings) {
    this.features = features;
    this.measures = measures;
    this.settings = settings;
  }

  Fitted fitted() {
    JavaRDD<Block> raw = cached(RawBlocks.of(features, measures, settings.seed()));
    try {
      List<Survey> parts = raw.map(Survey::of).collect();
      Survey survey = Survey.total(measures.columns().size(), parts);
      Map<String, String> leftOut = Preparation.leftOut(measures, survey);
      return survey.customers() == 0
          ? Fitted.nobody(leftOut)
          : fitted(raw, Preparation.of(measures, survey), parts).leavingOut(leftOut);
    } finally {
      raw.unpersist(false);
    }
  }

  private Fitted fitted(JavaRDD<Block> raw, Preparation preparation, List<Survey> parts) {
    long customers = parts.stream().mapToLong(Survey::customers).sum();
    List<Block> heads = parts.stream().map(part -> part.sample().head(START_ROWS)).toList();
    Block sample = Block.joined(measures.columns().size(), heads);
    Starters starters = Starters.of(preparation.scaled(sample), settings);
    Search search = search(raw.map(preparation::scaled), starters, customers);
    Model model = new Model(preparation, search.candidate().all());
    Profiles profiles = new Profiles(measures, model, search.appraisal(), tally(raw, model));
    Sales sales = sales(model);
    return new Fitted(
        model,
        search.trials(),
        search.chosen(),
        profiles.ordered(sales.bySegment()),
        customers,
        sales.total(),
        Map.of());
  }

  private Search search(JavaRDD<Block> scaled, Starters starters, long customers) {
    JavaRDD<Block> rows = cached(scaled);
    try {
      List<Candidate> candidates = starters.candidates(settled(rows, starters));
      List<Appraisal> appraisals =
          Appraisal.total(candidates, rows.map(block -> Appraisal.of(block, candidates)).collect());
      double[] silhouettes = silhouettes(rows, candidates, appraisals);
      List<Trial> trials = Search.trials(candidates, appraisals, silhouettes, customers);
      return Search.of(candidates, appraisals, trials, settings.minShare());
    } finally {
      rows.unpersist(false);
    }
  }

  private static List<Centres> settled(JavaRDD<Block> rows, Starters starters) {
    Lockstep lockstep = new Lockstep(starters.models(), starters.sample(), Lloyd.COARSE);
    while (!lockstep.done()) {
      List<Centres> running = lockstep.running();
      lockstep.advance(rows.map(block -> Sums.of(block, running)).collect());
    }
    return lockstep.models();
  }

  private static double[] silhouettes(
      JavaRDD<Block> rows, List<Candidate> candidates, List<Appraisal> appraisals) {
    List<Silhouette> silhouettes =
        IntStream.range(0, candidates.size())
            .mapToObj(i -> new Silhouette(candidates.get(i).all(), appraisals.get(i)))
            .toList();
    double[] totals = new double[candidates.size()];
    for (double[] sums : rows.map(block -> Silhouette.sums(block, silhouettes)).collect()) {
      for (int i = 0; i < totals.length; i++) {
        totals[i] += sums[i];
      }
    }
    return totals;
  }

  private Tally tally(JavaRDD<Block> raw, Model model) {
    List<Tally> tallies = raw.map(block -> Tally.of(block, model)).collect();
    return Tally.total(model, measures.columns().size(), tallies);
  }

  private Sales sales(Model model) {
    List<Label> labels = Label.numbers(model.centres().count());
    List<Row> sums =
        Members.of(features, measures, model, labels)
            .groupBy(Columns.SEGMENT_ID.col())
            .agg(functions.sum(FeatureColumns.NET_SALES_LIFETIME.col()))
            .collectAsList();
    return Sales.of(labels, sums);
  }

  private static JavaRDD<Block> cached(JavaRDD<Block> blocks) {
    return blocks.persist(StorageLevel.MEMORY_AND_DISK());
  }
}
