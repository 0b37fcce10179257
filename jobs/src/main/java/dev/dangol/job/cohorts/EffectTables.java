package dev.dangol.job.cohorts;

import dev.dangol.config.Settings;
import dev.dangol.effects.CustomerEffects;
import dev.dangol.effects.NotMeasuredEffects;
import dev.dangol.effects.TimelineEvents;
import dev.dangol.features.purchases.PurchaseDays;
import dev.dangol.job.JobContext;
import dev.dangol.store.Lake;
import dev.dangol.table.results.EffectColumns;
import dev.dangol.table.results.VoiceColumns;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes the matched comparisons of a day. */
final class EffectTables {
  private static final List<Source> LOOKED_AT =
      List.of(
          Sources.REVIEWS,
          Sources.SURVEYS,
          Sources.ENGAGEMENT,
          Sources.SUPPORT,
          Sources.MESSAGES,
          Sources.LOYALTY,
          Sources.REFERRALS);

  private EffectTables() {}

  /** Compares customers of all sources; returns why comparisons could not be made. */
  static Map<String, String> write(JobContext day) {
    Lake lake = day.lake();
    Settings settings = day.settings();
    Dataset<Row> days =
        PurchaseDays.of(lake.read(Sources.PURCHASES.clean()), day.asOf(), OptionalDouble.empty());
    CustomerEffects effects =
        CustomerEffects.of(
            TimelineEvents.of(days, day.clean(LOOKED_AT), day.asOf(), settings),
            settings.effects(),
            day.asOf(),
            NotMeasuredEffects.reasons(settings, settings.effects()));
    lake.replaceDay(
        EffectColumns.TABLE,
        lake.of(EffectColumns.TABLE, effects.rows(day.asOf(), settings.profiles().maxQ())),
        day.asOf());
    Map<String, String> reasons = new TreeMap<>(effects.reasons());
    reasons.put(
        EffectColumns.TABLE.name() + "." + VoiceColumns.GROUP.name(),
        "Segments and cohorts of the day are chosen by what followed, which would bias a comparison"
            + " within them: effects are those on everyone.");
    return reasons;
  }
}
