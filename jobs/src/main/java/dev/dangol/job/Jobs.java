package dev.dangol.job;

import java.util.List;

/** List of the scheduled jobs. */
public final class Jobs {
  /** The jobs after ingest, in the order in which they run. */
  public static final List<Job> AFTER_INGEST =
      List.of(
          new FeaturesJob(), new ValueJob(), new SegmentsJob(), new CohortsJob(), new ReportJob());

  private Jobs() {}
}
