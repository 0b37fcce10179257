package dev.dangol.job;

import dev.dangol.config.Settings;
import dev.dangol.store.Lake;
import dev.dangol.table.AsOf;
import dev.dangol.table.features.FeatureTable;
import dev.dangol.table.sources.Source;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Context of a job: the tables, the settings, and the day to describe.
 *
 * @param lake the tables of one warehouse
 * @param settings everything that was configured
 * @param asOf the day to describe
 */
public record JobContext(Lake lake, Settings settings, AsOf asOf) {

  /** The features of each customer of the day. */
  public Dataset<Row> features() {
    return lake.readDay(FeatureTable.of(settings.features().windows()), asOf);
  }

  /** The clean rows, of any day, of those given sources that are configured. */
  public Map<Source, Dataset<Row>> clean(Collection<Source> sources) {
    Map<Source, Dataset<Row>> clean = new LinkedHashMap<>();
    for (Source source : sources) {
      if (settings.has(source.name())) {
        clean.put(source, lake.read(source.clean()));
      }
    }
    return clean;
  }
}
