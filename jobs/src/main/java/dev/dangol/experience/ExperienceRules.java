package dev.dangol.experience;

import dev.dangol.config.Settings;
import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.results.AmplificationColumns;
import dev.dangol.table.results.CaseTimeColumns;
import dev.dangol.table.results.CategoryShareColumns;
import dev.dangol.table.results.NeedWeightColumns;
import dev.dangol.table.results.ProductOpinionColumns;
import dev.dangol.table.results.PromiseColumns;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rules of the measures, as each part of the rows needs them.
 *
 * @param windows the configured windows, in days
 * @param end the end of the as-of day
 * @param known what the sources hold
 */
public record ExperienceRules(
    List<Integer> windows, DayEnd end, RatingRules ratings, KnownColumns known)
    implements Serializable {
  /** The source of themes in reviews, as customer_themes has it. */
  static final String REVIEWS = "reviews";

  static final long MICROS_PER_DAY = 86_400_000_000L;

  public ExperienceRules {
    windows = List.copyOf(windows);
  }

  /**
   * End of the as-of day.
   *
   * @param day in days since 1970
   * @param micros the first moment that no longer counts, in microseconds since 1970
   */
  public record DayEnd(int day, long micros) implements Serializable {}

  /**
   * Rules of ratings.
   *
   * @param from the lowest rating possible
   * @param to the highest one
   * @param verifiedOnly true where reviews of what was not bought do not count
   */
  public record RatingRules(double from, double to, boolean verifiedOnly) implements Serializable {
    /** A rating in the lower half of the scale. */
    boolean isLow(double rating) {
      return place(rating) < 0.5;
    }

    /** A rating from the third quarter of the scale on. */
    boolean isHigh(double rating) {
      return place(rating) >= 0.75;
    }

    private double place(double rating) {
      return (rating - from) / (to - from);
    }
  }

  /** The rules of a day. */
  public static ExperienceRules of(AsOf asOf, Settings settings) {
    KnownColumns known = KnownColumns.of(settings);
    boolean verifiable =
        known.has(Sources.PURCHASES, SharedColumns.PRODUCT_ID)
            && known.has(Sources.REVIEWS, SharedColumns.PRODUCT_ID);
    return new ExperienceRules(
        settings.features().windows(),
        new DayEnd(
            Math.toIntExact(asOf.day().toEpochDay()),
            ChronoUnit.MICROS.between(Instant.EPOCH, asOf.end())),
        new RatingRules(
            settings.quality().ratingFrom(),
            settings.quality().ratingTo(),
            verifiable && settings.talk().verifiedOnly()),
        known);
  }

  /** The reasons why tables, or columns of them, cannot be measured. */
  public Map<String, String> reasons() {
    return new ExperienceNeeds(known).reasons();
  }

  /** The measures that can be had, with nothing counted. */
  List<CustomerMeasure> measures() {
    Map<Table, CustomerMeasure> measures = new LinkedHashMap<>();
    measures.put(CategoryShareColumns.TABLE, new CategoryShares(windows, end.day()));
    measures.put(ProductOpinionColumns.RATINGS_TABLE, new ProductRatings(this));
    measures.put(ProductOpinionColumns.CHECKS_TABLE, new ReviewChecks());
    measures.put(ProductOpinionColumns.PRICES_TABLE, new PricePerception(this));
    measures.put(NeedWeightColumns.WEIGHTS_TABLE, new NeedWeights());
    measures.put(NeedWeightColumns.UNMET_TABLE, new UnmetNeeds(end.micros()));
    measures.put(PromiseColumns.TABLE, new CampaignPromises());
    measures.put(AmplificationColumns.TABLE, new CustomerAmplification(this));
    measures.put(CaseTimeColumns.TIMES_TABLE, new CaseTimes());
    measures.put(CaseTimeColumns.ACTIONS_TABLE, new FeedbackActions(acted()));
    Set<String> missing = reasons().keySet();
    measures.keySet().removeIf(table -> missing.contains(table.name()));
    return List.copyOf(measures.values());
  }

  private Set<String> acted() {
    return ExperienceNeeds.FEEDBACK.stream()
        .filter(source -> known.has(source, SharedColumns.ACTED_ON_AT))
        .map(Source::name)
        .collect(Collectors.toSet());
  }

  /** True for a review that counts. */
  boolean counts(ExperienceHistory customer, ExperienceEvent review) {
    return !ratings.verifiedOnly() || customer.isVerified(review);
  }
}
