package dev.dangol.job.run;

import dev.dangol.config.Settings;
import dev.dangol.job.JobContext;
import dev.dangol.job.RerunPolicy;
import dev.dangol.job.export.ExportExplanation;
import dev.dangol.job.export.ExportJob;
import dev.dangol.problem.MissingInput;
import dev.dangol.store.JobRequest;
import dev.dangol.store.Lake;
import dev.dangol.store.Ledger;
import dev.dangol.store.LedgerEntry;
import java.util.List;
import java.util.Map;

/** Questions on what one customer is to the targets of exports, each noted in the ledger. */
public final class ExportQuestions {
  /** Its name in the ledger. */
  public static final String NAME = "export --explain";

  private final Lake lake;
  private final Settings settings;

  public ExportQuestions(Lake lake, Settings settings) {
    this.lake = lake;
    this.settings = settings;
  }

  /**
   * Answers for one customer of the configured day, else of the newest.
   *
   * @throws MissingInput where that day has no cohorts
   */
  public List<String> explain(String customer, RunTimekeeper timekeeper) {
    Ledger ledger = Ledger.of(lake);
    String before = new ExportJob().after().orElseThrow();
    LedgerEntry cohorts =
        new CompletedWork(ledger, timekeeper.stamp(), RerunPolicy.SKIP_COMPLETE)
            .latest(before, settings.asOf())
            .orElseThrow(
                () ->
                    new MissingInput(
                        "The job "
                            + before
                            + " has not run, so that there is no list that anybody could be in."
                            + " Run dangol run first."));
    var asOf = settings.asOf(cohorts.work().asOf().orElseThrow());
    List<String> lines =
        new ExportExplanation(new JobContext(lake, settings, asOf)).lines(customer);
    ledger.append(timekeeper.publication(JobRequest.of(NAME, asOf.day(), Map.of()), Map.of()));
    return lines;
  }
}
