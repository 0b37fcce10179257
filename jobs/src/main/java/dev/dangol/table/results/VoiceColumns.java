package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** Columns of the tables on what customers say; none of them holds a text. */
public final class VoiceColumns {
  /** The kind of group that is everyone, and the name of that group. */
  public static final String EVERYONE = "everyone";

  /** The name of the group of everyone, and of the theme that stands for all texts. */
  public static final String ALL = "all";

  public static final String SEGMENT = "segment";
  public static final String COHORT = "cohort";

  public static final Field SOURCE =
      RunColumns.SOURCE.renamed("source", "Where it was said: reviews, surveys or support.");
  public static final Field GROUP_KIND =
      Field.text("group_kind", "The kind of group: everyone, segment or cohort.").asRequired();
  public static final Field GROUP =
      Field.text("group", "The group: all, a segment_id, or the name of a cohort.").asRequired();
  public static final Field THEME =
      Field.text("theme", "The theme, as voices.themes names it; all for every text.").asRequired();
  public static final Field ROWS =
      DeliveryColumns.ROWS.renamed("rows", "Texts of the group that speak of the theme.");
  public static final Field CUSTOMERS =
      RetentionColumns.CUSTOMERS.renamed("customers", "Customers of the group who wrote them.");
  public static final Field SHARE =
      SegmentColumns.SHARE.renamed(
          "share", "customers divided by the customers of the group with any text there, 0 to 1.");
  public static final Field MEAN_RATING =
      Field.number(
          Unit.RATING,
          "mean_rating",
          "The mean rating of those texts, answers to surveys brought to quality.rating-scale; null"
              + " for support, and where none is known.");
  public static final Field LIFT =
      Field.number(
          "lift",
          "share divided by that of everyone: 2 where the group speaks of it twice as often; null"
              + " for everyone and for all texts.");
  public static final Field LIFT_LOW =
      LIFT.renamed("lift_low", "Lower end of its 95 % interval, as in cohort_profiles.");
  public static final Field LIFT_HIGH = LIFT.renamed("lift_high", "Upper end of the same.");

  public static final Table TABLE =
      new Table(
          "voices",
          "What a group of customers speaks of; themes of fewer than voices.min-count customers are"
              + " left out.",
          List.of(SharedColumns.AS_OF, SOURCE, GROUP_KIND, GROUP, THEME),
          List.of(
              SharedColumns.AS_OF,
              SOURCE,
              GROUP_KIND,
              GROUP,
              THEME,
              ROWS,
              CUSTOMERS,
              SHARE,
              MEAN_RATING,
              LIFT,
              LIFT_LOW,
              LIFT_HIGH));

  public static final Field TEXTS =
      Field.count("texts", "Texts of the customer that speak of the theme.").asRequired();
  public static final Field LOW_TEXTS =
      Field.count("low_texts", "Those with a rating in the lower half of the scale.").asRequired();
  public static final Field HIGH_TEXTS =
      Field.count("high_texts", "Those with a rating in the upper quarter of the scale.")
          .asRequired();
  public static final Field RATED_TEXTS =
      Field.count("rated_texts", "Those with a rating.").asRequired();
  public static final Field RATING_SUM =
      Field.number("rating_sum", "The ratings of those added up, on quality.rating-scale.")
          .asRequired();

  public static final Table CUSTOMER_THEMES =
      new Table(
          "customer_themes",
          "What a customer spoke of, by source; all stands for every text, of a theme or none.",
          List.of(SharedColumns.AS_OF, SOURCE, SharedColumns.CUSTOMER_ID, THEME),
          List.of(
              SharedColumns.AS_OF,
              SOURCE,
              SharedColumns.CUSTOMER_ID,
              THEME,
              TEXTS,
              LOW_TEXTS,
              HIGH_TEXTS,
              RATED_TEXTS,
              RATING_SUM));

  public static final Field TERM =
      Field.text("term", "A word in its basic form; names and numbers are none.").asRequired();
  public static final Field LOW =
      Field.number(
              "low",
              "The share of the customers with a low-rated text (lower half of the scale) who use"
                  + " the word in one, 0 to 1.")
          .asRequired();
  public static final Field HIGH =
      Field.number("high", "The same of high-rated texts (upper quarter of the scale), 0 to 1.")
          .asRequired();
  public static final Field TERM_LIFT =
      Field.number(
              "lift",
              "low divided by high: above 1 for a word of low ratings; where one is 0, one half is"
                  + " added to each count.")
          .asRequired();
  public static final Field Q_VALUE =
      Field.number(
              "q_value",
              "The false discovery rate at which the word would just count as distinctive, 0 to 1:"
                  + " Benjamini and Hochberg over the words of the source that voices.min-count"
                  + " customers use.")
          .asRequired();
  public static final Field TERM_CUSTOMERS =
      RetentionColumns.CUSTOMERS.renamed(
          "customers", "Customers who use it in the texts of which it is distinctive.");

  public static final Table TERMS =
      new Table(
          "voice_terms",
          "A word that tells low-rated texts from high-rated ones, in one of both of which"
              + " voices.min-count customers use it.",
          List.of(SharedColumns.AS_OF, SOURCE, TERM),
          List.of(
              SharedColumns.AS_OF, SOURCE, TERM, LOW, HIGH, TERM_LIFT, Q_VALUE, TERM_CUSTOMERS));

  /** Intermediate columns, never stored in a table. */
  public static final Field WORDS = Field.text("_words", "The text.");

  public static final Field PLACE_ON_SCALE =
      Field.number("_place_on_scale", "The rating from 0 to 1; null for none.");
  public static final Field MARK =
      Field.text("_voice_mark", "A theme of a text behind a number sign, or a word of it.");
  public static final Field RATING_PARTS =
      Field.count("_rating_parts", "Millionths of ratings from 0 to 1, added up.");
  public static final Field LOW_CUSTOMERS = Field.count("_low_customers", "Those of low ratings.");
  public static final Field HIGH_CUSTOMERS =
      Field.count("_high_customers", "Those of high ratings.");
  public static final Field GROUPS =
      new Field(
          "_groups",
          DataTypes.createArrayType(DataTypes.StringType),
          false,
          "The groups of a customer, each with its kind before a colon.");

  private VoiceColumns() {}
}
