package dev.dangol.job.run;

import dev.dangol.job.Job;
import dev.dangol.job.ReportJob;
import dev.dangol.job.SegmentsJob;
import dev.dangol.job.cohorts.CohortsJob;
import dev.dangol.job.contacts.ContactsJob;
import dev.dangol.job.export.ExportJob;
import dev.dangol.job.features.FeaturesJob;
import dev.dangol.job.journey.JourneyJob;
import dev.dangol.job.value.ValueJob;
import java.util.List;

/** List of the scheduled jobs. */
public final class Jobs {
  /** The jobs after ingest, in the order in which they run. */
  public static final List<Job> AFTER_INGEST =
      List.of(
          new FeaturesJob(),
          new ValueJob(),
          new SegmentsJob(),
          new ContactsJob(),
          new JourneyJob(),
          new CohortsJob(),
          new ExportJob(),
          new ReportJob());

  private Jobs() {}
}
