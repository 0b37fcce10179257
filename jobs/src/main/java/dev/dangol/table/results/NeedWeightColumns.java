package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import dev.dangol.table.sources.EngagementSource;
import java.util.List;

/** Columns of the tables on what customers' needs weigh, and on needs that were not met. */
public final class NeedWeightColumns {
  public static final Field THEME =
      VoiceColumns.THEME.renamed("theme", "The theme, as voices.themes names it.");
  public static final Field CUSTOMERS =
      RetentionColumns.CUSTOMERS.renamed(
          "customers", "Customers of the group who speak of it in a rated text.");
  public static final Field SHARE =
      Field.number(
              Unit.SHARE,
              "share",
              "customers divided by the customers of the group with a rated text: how often it is"
                  + " said.")
          .asRequired();
  public static final Field NEED_WEIGHT =
      Field.number(
              "need_weight",
              "How much higher the mean rating of a customer is who speaks of it, all themes taken"
                  + " together, in standard deviations of the ratings; below 0 where it is lower.")
          .asRequired();
  public static final Field NEED_WEIGHT_LOW =
      NEED_WEIGHT.renamed("need_weight_low", "Lower end of its 95 % interval.");
  public static final Field NEED_WEIGHT_HIGH =
      NEED_WEIGHT.renamed("need_weight_high", "Upper end of the same.");

  public static final Table WEIGHTS_TABLE =
      new Table(
          "need_weights",
          "How much a theme moves the ratings of a group; themes that at least voices.min-count of"
              + " its customers speak of, and as many do not.",
          List.of(SharedColumns.AS_OF, VoiceColumns.GROUP_KIND, VoiceColumns.GROUP, THEME),
          List.of(
              SharedColumns.AS_OF,
              VoiceColumns.GROUP_KIND,
              VoiceColumns.GROUP,
              THEME,
              CUSTOMERS,
              SHARE,
              NEED_WEIGHT,
              NEED_WEIGHT_LOW,
              NEED_WEIGHT_HIGH));

  public static final Field UNMET_CATEGORY =
      CategoryShareColumns.CATEGORY.renamed(
          "category", "The category searched in; all in rows of a search term.");
  public static final Field SEARCH_TERM =
      EngagementSource.SEARCH_TERM
          .renamed(
              "search_term",
              "What was searched for, in small letters, addresses as @ and long numbers as #, at"
                  + " most 60 characters; all in rows of a category.")
          .asRequired();
  public static final Field SEARCHES =
      Field.count(
              Unit.TIMES,
              "searches",
              "Searches in the category, or for the term, by known customers of the group that are"
                  + " more than 30 days old.")
          .asRequired();
  public static final Field SEARCHERS =
      Field.count(Unit.PEOPLE, "searchers", "Customers who made them.").asRequired();
  public static final Field UNMET_SEARCHES =
      Field.count(
              Unit.TIMES,
              "unmet_searches",
              "Those that no order of the category by the customer followed within 30 days, of a"
                  + " search without a category no order at all.")
          .asRequired();
  public static final Field UNMET_SEARCHERS =
      Field.count(Unit.PEOPLE, "unmet_searchers", "Customers with such a search.").asRequired();
  public static final Field UNMET_SHARE =
      Field.number(Unit.SHARE, "unmet_share", "unmet_searches divided by searches.").asRequired();

  public static final Table UNMET_TABLE =
      new Table(
          "unmet_needs",
          "Searches in a category that came to nothing, by group, and what was searched for;"
              + " segments, cohorts and terms with at least profiles.min-count searchers.",
          List.of(
              SharedColumns.AS_OF,
              VoiceColumns.GROUP_KIND,
              VoiceColumns.GROUP,
              UNMET_CATEGORY,
              SEARCH_TERM),
          List.of(
              SharedColumns.AS_OF,
              VoiceColumns.GROUP_KIND,
              VoiceColumns.GROUP,
              UNMET_CATEGORY,
              SEARCH_TERM,
              SEARCHES,
              SEARCHERS,
              UNMET_SEARCHES,
              UNMET_SEARCHERS,
              UNMET_SHARE));

  private NeedWeightColumns() {}
}
