package dev.dangol.job;

import dev.dangol.features.CustomerFeatures;
import dev.dangol.features.Experience;
import dev.dangol.features.Kept;
import dev.dangol.features.NotMeasured;
import dev.dangol.features.PurchaseDays;
import dev.dangol.features.RepeatCurve;
import dev.dangol.features.RetentionCohorts;
import dev.dangol.store.Lake;
import dev.dangol.table.FeatureColumns;
import dev.dangol.table.RepeatColumns;
import dev.dangol.table.RetentionColumns;
import dev.dangol.table.RunColumns;
import dev.dangol.table.Source;
import dev.dangol.table.Sources;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Measures every customer as of a day, and follows how customers come back. */
public final class FeaturesJob implements Job {
  @Override
  public String name() {
    return "features";
  }

  @Override
  public String after() {
    return Ingest.NAME;
  }

  @Override
  public void run(Workday day) {
    Lake lake = day.lake();
    Map<Source, Dataset<Row>> clean = new LinkedHashMap<>();
    for (Source source : Sources.ALL) {
      if (day.settings().has(source.name())) {
        clean.put(source, lake.read(source.clean()));
      }
    }
    Dataset<Row> days =
        PurchaseDays.of(clean.get(Sources.PURCHASES), day.asOf(), day.settings().value().margin())
            .persist();
    Dataset<Row> experience = Experience.of(clean, day.asOf(), day.settings()).persist();
    Kept kept = new Kept(days, experience);
    lake.replaceDay(
        FeatureColumns.table(day.settings().features().windows()),
        CustomerFeatures.of(kept, clean, day.asOf(), day.settings()),
        day.date());
    lake.replaceDay(RetentionColumns.TABLE, RetentionCohorts.of(days, day.asOf()), day.date());
    lake.replaceDay(
        RepeatColumns.TABLE,
        RepeatCurve.of(days, day.asOf(), day.settings().features().repeats()),
        day.date());
    lake.replaceDay(
        RunColumns.NOT_MEASURED,
        NotMeasuredRows.of(day, NotMeasured.reasons(day.settings())),
        day.date());
    Contentment.write(day, kept, clean);
    experience.unpersist();
    days.unpersist();
  }
}
