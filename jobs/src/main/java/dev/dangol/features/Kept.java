package dev.dangol.features;

import dev.dangol.config.Settings;
import dev.dangol.table.AsOf;
import dev.dangol.table.Source;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What several tables of a day are made from, so that a job may keep it and compute it once.
 *
 * @param days what each customer bought on each day, as {@link PurchaseDays} gives it
 * @param experience what each customer met with, as {@link Experience} gives it
 */
public record Kept(Dataset<Row> days, Dataset<Row> experience) {

  /** With the experience of the same day. */
  public static Kept of(
      Dataset<Row> days, Map<Source, Dataset<Row>> clean, AsOf asOf, Settings settings) {
    return new Kept(days, Experience.of(clean, asOf, settings));
  }
}
