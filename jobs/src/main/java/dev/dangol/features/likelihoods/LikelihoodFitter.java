package dev.dangol.features.likelihoods;

import dev.dangol.probability.OutcomeSample;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.results.LikelihoodColumns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/**
 * Fitter of all likelihoods to a sample in memory, where its rows are. It takes one Spark job,
 * however many steps a fit takes.
 */
final class LikelihoodFitter implements FlatMapFunction<Iterator<Row>, LikelihoodFit> {
  private static final long serialVersionUID = 1;

  private final LocalDate taught;
  private final LocalDate tested;
  private final int minOutcomes;
  private final double penalty;

  /**
   * Sets the rules.
   *
   * @param taught the day of the customers who teach; those of the other day test
   * @param tested the day of the customers who test
   * @param minOutcomes with fewer customers of either outcome nothing is learned
   */
  LikelihoodFitter(LocalDate taught, LocalDate tested, int minOutcomes, double penalty) {
    this.taught = taught;
    this.tested = tested;
    this.minOutcomes = minOutcomes;
    this.penalty = penalty;
  }

  @Override
  public Iterator<LikelihoodFit> call(Iterator<Row> customers) {
    LikelihoodSample teachers = new LikelihoodSample();
    LikelihoodSample testers = new LikelihoodSample();
    while (customers.hasNext()) {
      Row row = customers.next();
      Optional<LocalDate> cut = new RowReader(row).day(SpanColumns.CUT);
      (cut.equals(Optional.of(taught)) ? teachers : testers).add(row);
    }
    List<LikelihoodFit> fits = new ArrayList<>();
    for (Field likelihood : LikelihoodColumns.ALL) {
      Optional<String> refusal =
          refusal(teachers.of(likelihood), taught)
              .or(() -> refusal(testers.of(likelihood), tested));
      fits.add(
          new LikelihoodFit(
              likelihood.name(),
              refusal.isPresent() ? null : teachers.model(likelihood, testers, penalty),
              refusal.orElse("")));
    }
    return fits.iterator();
  }

  private Optional<String> refusal(OutcomeSample people, LocalDate since) {
    int came = people.happened();
    int did = Math.min(came, people.size() - came);
    return did >= minOutcomes
        ? Optional.empty()
        : Optional.of(
            "Of "
                + people.size()
                + " customers of "
                + since
                + " it came true of "
                + came
                + " in the span that followed: fewer of one outcome than"
                + " likelihoods.min-outcomes, which is "
                + minOutcomes
                + ", so that nothing can be learned.");
  }
}
