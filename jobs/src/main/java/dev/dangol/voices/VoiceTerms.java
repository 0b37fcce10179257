package dev.dangol.voices;

import dev.dangol.config.VoiceSettings;
import dev.dangol.probability.FalseDiscovery;
import dev.dangol.probability.ShareLift;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.VoiceColumns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Terms that tell low-rated texts from high-rated ones. Customers are counted, not texts, so that
 * nobody counts more for writing more; a customer with texts of both kinds counts on both sides.
 */
@RunsSparkJobs
public final class VoiceTerms {
  private final Map<String, List<TermCount>> bySource;

  private VoiceTerms(Map<String, List<TermCount>> bySource) {
    this.bySource = bySource;
  }

  /** Customers who use a term in low-rated texts, and in high-rated ones. */
  record TermCount(String source, String mark, long low, long high) {
    static TermCount of(RowReader cells) {
      return new TermCount(
          cells.text(VoiceColumns.SOURCE).orElseThrow(),
          cells.text(VoiceColumns.MARK).orElseThrow(),
          cells.count(VoiceColumns.LOW_CUSTOMERS),
          cells.count(VoiceColumns.HIGH_CUSTOMERS));
    }

    boolean isTotal() {
      return mark.equals(TextMarks.ANY);
    }
  }

  /** A term with the whole of its source, and its q-value. */
  record JudgedTerm(TermCount count, ShareLift lift, double q) {
    /** Customers on the side of which it is distinctive. */
    long customers() {
      return lift.ratio() > 1 ? count.low() : count.high();
    }
  }

  /** Counts the terms; only those that enough customers use leave the executors. */
  public static VoiceTerms of(Dataset<Row> marks, int least) {
    return of(
        CustomerMarks.sides(marks, least).collectAsList().stream()
            .map(RowReader::new)
            .map(TermCount::of));
  }

  static VoiceTerms of(Stream<TermCount> counts) {
    return new VoiceTerms(
        counts.collect(
            Collectors.groupingBy(TermCount::source, TreeMap::new, Collectors.toList())));
  }

  /** Every term, to look up those that are names. */
  public Set<String> terms() {
    return bySource.values().stream()
        .flatMap(List::stream)
        .filter(count -> !count.isTotal())
        .map(TermCount::mark)
        .collect(Collectors.toSet());
  }

  /**
   * The rows of {@code voice_terms}: the surest of either side.
   *
   * @param names terms that are parts of customers' names, and are left out
   * @param maxQ the false discovery rate up to which a term counts as distinctive
   */
  public List<Row> rows(AsOf asOf, Set<String> names, double maxQ, VoiceSettings settings) {
    List<Row> rows = new ArrayList<>();
    for (List<TermCount> counts : bySource.values()) {
      Map<Boolean, Integer> told = new HashMap<>();
      for (JudgedTerm term : judged(counts)) {
        boolean enough = term.customers() >= settings.minCount() && term.q() <= maxQ;
        if (enough
            && !names.contains(term.count().mark())
            && told.merge(term.lift().ratio() > 1, 1, Integer::sum) <= settings.maxTerms()) {
          rows.add(row(asOf, term));
        }
      }
    }
    return rows;
  }

  /** The terms of a source, the surest first; none where one side has no text. */
  static List<JudgedTerm> judged(List<TermCount> counts) {
    List<TermCount> terms = counts.stream().filter(count -> !count.isTotal()).toList();
    TermCount total = counts.stream().filter(TermCount::isTotal).findFirst().orElseThrow();
    if (total.low() == 0 || total.high() == 0) {
      return List.of();
    }
    List<ShareLift> lifts =
        terms.stream()
            .map(
                term ->
                    new ShareLift(
                        term.low(),
                        total.low(),
                        term.low() + term.high(),
                        total.low() + total.high()))
            .toList();
    double[] q =
        FalseDiscovery.qValues(lifts.stream().mapToDouble(FalseDiscovery::pValue).toArray());
    List<JudgedTerm> judged = new ArrayList<>();
    for (int place = 0; place < terms.size(); place++) {
      judged.add(new JudgedTerm(terms.get(place), lifts.get(place), q[place]));
    }
    judged.sort(
        Comparator.comparingDouble(JudgedTerm::q).thenComparing(term -> term.count().mark()));
    return judged;
  }

  private static Row row(AsOf asOf, JudgedTerm term) {
    ShareLift lift = term.lift();
    return RowWriter.of(VoiceColumns.TERMS)
        .set(SharedColumns.AS_OF, asOf)
        .set(VoiceColumns.SOURCE, term.count().source())
        .set(VoiceColumns.TERM, term.count().mark())
        .set(VoiceColumns.LOW, lift.share())
        .set(VoiceColumns.HIGH, (double) term.count().high() / (lift.all() - lift.members()))
        .set(VoiceColumns.TERM_LIFT, lift.ratio())
        .set(VoiceColumns.Q_VALUE, term.q())
        .set(VoiceColumns.TERM_CUSTOMERS, term.customers())
        .row();
  }
}
