package dev.dangol.job;

import dev.dangol.features.ComparedFit;
import dev.dangol.features.ComparedFit.Compared;
import dev.dangol.features.CustomerFeatures;
import dev.dangol.features.Experience;
import dev.dangol.features.NotMeasured;
import dev.dangol.features.PurchaseDays;
import dev.dangol.features.PurchaseFeatures;
import dev.dangol.features.ReferralNetwork;
import dev.dangol.features.RepeatCurve;
import dev.dangol.features.RetentionCohorts;
import dev.dangol.features.Shared;
import dev.dangol.store.Lake;
import dev.dangol.store.Scratch;
import dev.dangol.table.FeatureColumns;
import dev.dangol.table.NetworkColumns;
import dev.dangol.table.RepeatColumns;
import dev.dangol.table.RetentionColumns;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SatisfactionColumns;
import dev.dangol.table.Source;
import dev.dangol.table.Sources;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Measures every customer as of a day, and follows how customers come back and bring others. */
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
    Map<Source, Dataset<Row>> clean = clean(day);
    try (Scratch scratch = day.lake().scratch()) {
      Dataset<Row> days =
          scratch.apply(
              PurchaseDays.of(
                  clean.get(Sources.PURCHASES), day.asOf(), day.settings().value().margin()));
      Shared shared =
          new Shared(
              days,
              scratch.apply(Experience.of(clean, day.asOf(), day.settings())),
              network(day, clean, days, scratch));
      replaceNetwork(day, shared);
      Dataset<Row> measured =
          scratch.apply(CustomerFeatures.measured(shared, clean, day.asOf(), day.settings()));
      Compared compared = ComparedFit.of(measured, day.asOf(), day.settings());
      lake.replaceDay(
          FeatureColumns.table(day.settings().features().windows()),
          compared.features(),
          day.date());
      lake.replaceDay(SatisfactionColumns.TABLE, compared.satisfaction(), day.date());
      Contentment.write(day, shared, clean, scratch);
      lake.replaceDay(RetentionColumns.TABLE, RetentionCohorts.of(days, day.asOf()), day.date());
      lake.replaceDay(
          RepeatColumns.TABLE,
          RepeatCurve.of(days, day.asOf(), day.settings().features().repeats()),
          day.date());
      lake.replaceDay(
          RunColumns.NOT_MEASURED,
          NotMeasuredRows.of(day, NotMeasured.reasons(day.settings(), compared.seen())),
          day.date());
    }
  }

  private static Map<Source, Dataset<Row>> clean(Workday day) {
    Map<Source, Dataset<Row>> clean = new LinkedHashMap<>();
    for (Source source : Sources.ALL) {
      if (day.settings().has(source.name())) {
        clean.put(source, day.lake().read(source.clean()));
      }
    }
    return clean;
  }

  private static Optional<Dataset<Row>> network(
      Workday day, Map<Source, Dataset<Row>> clean, Dataset<Row> days, Scratch scratch) {
    ReferralNetwork network = new ReferralNetwork(day.settings().features().referrals(), scratch);
    return Optional.ofNullable(clean.get(Sources.REFERRALS))
        .map(referrals -> network.of(referrals, PurchaseFeatures.buyers(days), day.asOf()));
  }

  /** Without referrals there is no table; where there was one, its day is emptied. */
  private static void replaceNetwork(Workday day, Shared shared) {
    Lake lake = day.lake();
    if (shared.network().isPresent() || lake.exists(NetworkColumns.TABLE)) {
      lake.replaceDay(
          NetworkColumns.TABLE,
          shared.network().orElseGet(() -> lake.none(NetworkColumns.TABLE)),
          day.date());
    }
  }
}
