package dev.dangol.job.journey;

import dev.dangol.config.JourneyStage;
import dev.dangol.config.Settings;
import dev.dangol.job.JobContext;
import dev.dangol.table.TableView;
import dev.dangol.table.results.ContactViews;
import dev.dangol.table.sources.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Stream of contact of the day's clean tables, where a stage looks at it. */
final class ContactStream {
  private static final String PREFIX = "journey_reads_";

  private ContactStream() {}

  /** True where a stage looks at contacts, and a source tells of them. */
  static boolean isAsked(Settings settings) {
    List<JourneyStage> stages = settings.journey().stages();
    return stages.stream().anyMatch(stage -> stage.where().isPresent())
        && ContactViews.SOURCES.stream().anyMatch(source -> settings.has(source.name()));
  }

  /** The contacts of any day; empty where no stage looks at them. */
  static Optional<Dataset<Row>> of(JobContext day) {
    if (!isAsked(day.settings())) {
      return Optional.empty();
    }
    Map<Source, Dataset<Row>> clean = day.clean(ContactViews.SOURCES);
    clean.forEach((source, rows) -> rows.createOrReplaceTempView(PREFIX + source.clean().name()));
    TableView view =
        ContactViews.of(
            day.settings().contacts().events(), clean.keySet().stream().map(Source::name).toList());
    return clean.values().stream()
        .findFirst()
        .map(rows -> rows.sparkSession().sql(view.query(PREFIX)));
  }
}
