package dev.dangol.features.likelihoods;

import dev.dangol.config.LikelihoodSettings;
import dev.dangol.features.CleanTables;
import dev.dangol.features.FoldedInputs;
import dev.dangol.features.GivenSettings;
import dev.dangol.features.OrderHistory;
import dev.dangol.features.measure.FeatureInputs;
import dev.dangol.features.satisfaction.CustomerExperience;
import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.TestRows;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Shop written purchase by purchase, with share events and ratings where a test has some. */
final class LikelihoodShop {
  static final AsOf TODAY = dev.dangol.testing.TestDay.of("2026-06-30");
  static final int SPAN = 90;

  private final TestRows purchases;
  private final TestRows events;
  private final TestRows reviews;
  private GivenSettings settings = GivenSettings.in(ZoneOffset.UTC, java.util.List.of(30));

  LikelihoodShop(SparkSession spark) {
    this.purchases =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            PurchaseSource.PURCHASED_AT,
            PurchaseSource.NET_AMOUNT);
    this.events =
        TestRows.of(
            spark,
            EngagementSource.KNOWN_CUSTOMER_ID,
            EngagementSource.OCCURRED_AT,
            EngagementSource.EVENT);
    this.reviews =
        TestRows.of(
            spark, SharedColumns.CUSTOMER_ID, ReviewSource.REVIEWED_AT, ReviewSource.RATING);
  }

  LikelihoodShop bought(String customer, LocalDate on, double amount) {
    purchases.row(customer, at(on), amount);
    return this;
  }

  LikelihoodShop shared(String customer, LocalDate on) {
    events.row(customer, at(on), "share");
    return this;
  }

  LikelihoodShop rated(String customer, LocalDate on, double rating) {
    reviews.row(customer, at(on), rating);
    return this;
  }

  LikelihoodShop withEvents() {
    settings =
        settings.with(
            Sources.ENGAGEMENT,
            EngagementSource.KNOWN_CUSTOMER_ID,
            EngagementSource.OCCURRED_AT,
            EngagementSource.EVENT);
    return this;
  }

  LikelihoodShop withReviews() {
    settings =
        settings.with(
            Sources.REVIEWS,
            SharedColumns.CUSTOMER_ID,
            ReviewSource.REVIEWED_AT,
            ReviewSource.RATING);
    return this;
  }

  CustomerLikelihoods.LikelihoodResults results(LikelihoodSettings how) {
    Map<Source, Dataset<Row>> clean = new LinkedHashMap<>();
    clean.put(Sources.PURCHASES, CleanTables.rows(Sources.PURCHASES, purchases.table()));
    clean.put(Sources.ENGAGEMENT, CleanTables.rows(Sources.ENGAGEMENT, events.table()));
    clean.put(Sources.REVIEWS, CleanTables.rows(Sources.REVIEWS, reviews.table()));
    return CustomerLikelihoods.of(TODAY, how, Dataset::localCheckpoint)
        .estimate(inputs(clean, TODAY, settings));
  }

  /** The inputs as the job prepares them. */
  static LikelihoodInputs inputs(
      Map<Source, Dataset<Row>> clean, AsOf asOf, GivenSettings settings) {
    Dataset<Row> history =
        FoldedInputs.history(clean, asOf, settings.settings(), Optional.empty()).localCheckpoint();
    Dataset<Row> experience = CustomerExperience.of(history, settings.settings()).localCheckpoint();
    return new LikelihoodInputs(
        new FeatureInputs(
            history,
            OrderHistory.days(history),
            experience,
            FoldedInputs.of(clean, asOf, settings.settings()),
            Optional.empty(),
            Optional.empty()),
        clean,
        settings.mapped());
  }

  private static Timestamp at(LocalDate on) {
    return Timestamp.from(on.atTime(12, 0).toInstant(ZoneOffset.UTC));
  }
}
