package dev.dangol.experience;

import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.results.AmplificationColumns;
import dev.dangol.table.results.CaseTimeColumns;
import dev.dangol.table.results.CategoryShareColumns;
import dev.dangol.table.results.NeedWeightColumns;
import dev.dangol.table.results.ProductOpinionColumns;
import dev.dangol.table.results.PromiseColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Needs of the measures: why each cannot be had without a source or a column. */
record ExperienceNeeds(KnownColumns known) {
  /** The sources of feedback that may say when the business acted on it. */
  static final List<Source> FEEDBACK = List.of(Sources.REVIEWS, Sources.SURVEYS, Sources.SUPPORT);

  /** Reasons by table, or table and column; those that can be measured have none. */
  Map<String, String> reasons() {
    Map<String, String> reasons = new TreeMap<>();
    put(reasons, CategoryShareColumns.TABLE, categories());
    put(reasons, ProductOpinionColumns.RATINGS_TABLE, ratedProducts());
    put(reasons, ProductOpinionColumns.CHECKS_TABLE, boughtProducts().or(this::ratedProducts));
    put(
        reasons,
        ProductOpinionColumns.PRICES_TABLE,
        boughtProducts().or(this::categories).or(this::ratedProducts));
    put(reasons, NeedWeightColumns.WEIGHTS_TABLE, texts());
    put(reasons, NeedWeightColumns.UNMET_TABLE, inCategories().filter(why -> terms().isPresent()));
    put(reasons, PromiseColumns.TABLE, boughtProducts().or(this::campaigns));
    put(reasons, AmplificationColumns.TABLE, content());
    put(
        reasons,
        CaseTimeColumns.TIMES_TABLE,
        known.missing(Sources.SUPPORT, SupportSource.RESOLVED_AT));
    columns(reasons);
    return reasons;
  }

  private void columns(Map<String, String> reasons) {
    String ratings = ProductOpinionColumns.RATINGS_TABLE.name() + ".";
    votes().ifPresent(why -> reasons.put(ratings + ProductOpinionColumns.LOW_VOTES.name(), why));
    views().ifPresent(why -> reasons.put(ratings + ProductOpinionColumns.VIEWS_AFTER.name(), why));
    known
        .missing(Sources.REVIEWS, ReviewSource.TEXT)
        .ifPresent(
            why ->
                reasons.put(
                    ProductOpinionColumns.PRICES_TABLE.name()
                        + "."
                        + ProductOpinionColumns.THEME_SHARES.name(),
                    why));
    ratedProducts()
        .ifPresent(
            why ->
                reasons.put(
                    PromiseColumns.TABLE.name() + "." + PromiseColumns.RATINGS.name(), why));
    wishes(reasons);
    String amplification = AmplificationColumns.TABLE.name() + ".";
    known
        .missing(Sources.REVIEWS)
        .ifPresent(why -> reasons.put(amplification + AmplificationColumns.REVIEWS.name(), why));
    actions()
        .ifPresent(why -> reasons.put(amplification + AmplificationColumns.SHARES.name(), why));
    for (Source source : FEEDBACK) {
      known
          .missing(source, SharedColumns.ACTED_ON_AT)
          .ifPresent(
              why -> reasons.put(CaseTimeColumns.ACTIONS_TABLE.name() + "." + source.name(), why));
    }
  }

  private void wishes(Map<String, String> reasons) {
    String unmet = NeedWeightColumns.UNMET_TABLE.name() + ".";
    terms().ifPresent(why -> reasons.put(unmet + NeedWeightColumns.SEARCH_TERM.name(), why));
    inCategories()
        .ifPresent(why -> reasons.put(unmet + NeedWeightColumns.UNMET_CATEGORY.name(), why));
  }

  private static void put(Map<String, String> reasons, Table table, Optional<String> why) {
    why.ifPresent(reason -> reasons.put(table.name(), reason));
  }

  private Optional<String> categories() {
    return known.missing(Sources.PURCHASES, SharedColumns.CATEGORY);
  }

  private Optional<String> boughtProducts() {
    return known.missing(Sources.PURCHASES, SharedColumns.PRODUCT_ID);
  }

  private Optional<String> ratedProducts() {
    return known.missing(Sources.REVIEWS, SharedColumns.PRODUCT_ID);
  }

  /** The reason why helpful votes are not known. */
  Optional<String> votes() {
    return known.missing(Sources.REVIEWS, ReviewSource.HELPFUL_VOTES);
  }

  /** The reason why views of products are not known. */
  Optional<String> views() {
    return known.missing(
        Sources.ENGAGEMENT, EngagementSource.KNOWN_CUSTOMER_ID, SharedColumns.PRODUCT_ID);
  }

  /** The reason why what customers do besides buying is not known. */
  Optional<String> actions() {
    return known.missing(Sources.ENGAGEMENT, EngagementSource.KNOWN_CUSTOMER_ID);
  }

  private Optional<String> inCategories() {
    return categories()
        .or(
            () ->
                known.missing(
                    Sources.ENGAGEMENT,
                    EngagementSource.KNOWN_CUSTOMER_ID,
                    SharedColumns.CATEGORY));
  }

  /** The reason why what was searched for is not known. */
  Optional<String> terms() {
    return known.missing(
        Sources.ENGAGEMENT, EngagementSource.KNOWN_CUSTOMER_ID, EngagementSource.SEARCH_TERM);
  }

  private Optional<String> content() {
    return known.missing(Sources.REVIEWS).filter(why -> actions().isPresent());
  }

  private Optional<String> texts() {
    return known
        .missing(Sources.REVIEWS, ReviewSource.TEXT)
        .filter(why -> !known.has(Sources.SURVEYS, ReviewSource.TEXT));
  }

  private Optional<String> campaigns() {
    boolean clicked =
        Stream.of(
                known.has(
                    Sources.ENGAGEMENT,
                    EngagementSource.KNOWN_CUSTOMER_ID,
                    SharedColumns.CAMPAIGN_ID),
                known.has(Sources.MESSAGES, MessageSource.CLICKED_AT, SharedColumns.CAMPAIGN_ID))
            .anyMatch(is -> is);
    return known.missing(Sources.PURCHASES, PurchaseSource.PROMOTION_ID).filter(why -> !clicked);
  }
}
