package dev.dangol.experience;

import dev.dangol.probability.DifferenceInterval;
import dev.dangol.probability.LinearTrend;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ProductOpinionColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/** Ratings of products: how they change, how far low ones reach, and clicks that follow views. */
record ProductRatings(ExperienceRules rules) implements CustomerMeasure {
  private static final String RATINGS = "product_ratings";
  private static final String VIEWS = "product_views";
  private static final int SPAN_DAYS = 90;

  /** The places of low ratings and of their votes, after the sums of the line. */
  private static final int LOW = LinearTrend.SUMS;

  private static final int VOTES = LOW + 1;
  private static final double[] NO_VIEWS = new double[4];

  private static final List<ExperienceKind> CLICKS =
      List.of(ExperienceKind.CLICK, ExperienceKind.CART, ExperienceKind.CHECKOUT);

  @Override
  public void add(ExperienceHistory customer, FactSheet facts) {
    for (ExperienceEvent review : customer.of(ExperienceKind.REVIEW)) {
      if (review.product() != null && rules.counts(customer, review)) {
        double rating = review.figure();
        double at = (double) (review.day() - rules.end().day()) / SPAN_DAYS;
        boolean low = rules.ratings().isLow(rating);
        double[] figures = Arrays.copyOf(LinearTrend.point(at, rating), VOTES + 1);
        figures[LOW] = low ? 1 : 0;
        figures[VOTES] = low ? review.pieces() : 0;
        facts.sum(FactKey.of(RATINGS, review.product()), figures);
      }
    }
    addViews(customer, facts);
  }

  private void addViews(ExperienceHistory customer, FactSheet facts) {
    Map<String, TreeSet<Long>> clicks = new HashMap<>();
    for (ExperienceKind kind : CLICKS) {
      for (ExperienceEvent click : customer.of(kind)) {
        clicks.computeIfAbsent(click.product(), none -> new TreeSet<>()).add(click.micros());
      }
    }
    for (ExperienceEvent view : customer.of(ExperienceKind.VIEW)) {
      int age = rules.end().day() - view.day();
      if (view.product() != null && age < 2 * SPAN_DAYS) {
        Long next = clicks.getOrDefault(view.product(), new TreeSet<>()).ceiling(view.micros());
        boolean clicked = next != null && next - view.micros() <= ExperienceRules.MICROS_PER_DAY;
        double[] figures = new double[4];
        int slot = age < SPAN_DAYS ? 2 : 0;
        figures[slot] = 1;
        figures[slot + 1] = clicked ? 1 : 0;
        facts.sum(FactKey.of(VIEWS, view.product()), figures);
      }
    }
  }

  /** The rows of {@code product_ratings}. */
  static List<Row> rows(FactSums sums, AsOf asOf, KnownColumns known) {
    ExperienceNeeds needs = new ExperienceNeeds(known);
    List<Row> rows = new ArrayList<>();
    Map<List<String>, double[]> views = sums.of(VIEWS);
    Map<String, double[]> ratings = new TreeMap<>();
    sums.of(RATINGS).forEach((key, figures) -> ratings.put(key.get(0), figures));
    ratings.forEach(
        (product, figures) ->
            rows.add(
                new ProductFigures(
                        product, figures, views.getOrDefault(List.of(product), NO_VIEWS), needs)
                    .row(asOf)));
    return rows;
  }

  /** Figures of one product, and what there is to know. */
  private static final class ProductFigures {
    private final String product;
    private final double[] ratings;
    private final double[] views;
    private final ExperienceNeeds needs;

    ProductFigures(String product, double[] ratings, double[] views, ExperienceNeeds needs) {
      this.product = product;
      this.ratings = ratings;
      this.views = views;
      this.needs = needs;
    }

    Row row(AsOf asOf) {
      DifferenceInterval change = LinearTrend.of(ratings);
      DifferenceInterval clicks = clicks();
      return RowWriter.of(ProductOpinionColumns.RATINGS_TABLE)
          .set(SharedColumns.AS_OF, asOf)
          .set(ProductOpinionColumns.PRODUCT_ID, product)
          .set(ProductOpinionColumns.RATINGS, Math.round(ratings[0]))
          .set(ProductOpinionColumns.MEAN_RATING, DifferenceInterval.told(ratings[1] / ratings[0]))
          .set(ProductOpinionColumns.CHANGE_90D, change.difference())
          .set(ProductOpinionColumns.CHANGE_90D_LOW, change.low())
          .set(ProductOpinionColumns.CHANGE_90D_HIGH, change.high())
          .set(ProductOpinionColumns.LOW_RATINGS, Math.round(ratings[LOW]))
          .set(ProductOpinionColumns.LOW_VOTES, known(needs.votes(), ratings[VOTES]))
          .set(ProductOpinionColumns.VIEWS_BEFORE, known(needs.views(), views[0]))
          .set(ProductOpinionColumns.CLICKED_SHARE_BEFORE, share(views[1], views[0]))
          .set(ProductOpinionColumns.VIEWS_AFTER, known(needs.views(), views[2]))
          .set(ProductOpinionColumns.CLICKED_SHARE_AFTER, share(views[3], views[2]))
          .set(ProductOpinionColumns.CLICKED_CHANGE, clicks.difference())
          .set(ProductOpinionColumns.CLICKED_CHANGE_LOW, clicks.low())
          .set(ProductOpinionColumns.CLICKED_CHANGE_HIGH, clicks.high())
          .row();
    }

    private DifferenceInterval clicks() {
      return views[0] > 0 && views[2] > 0
          ? DifferenceInterval.ofShares(
              Math.round(views[3]),
              Math.round(views[2]),
              Math.round(views[1]),
              Math.round(views[0]))
          : DifferenceInterval.none();
    }

    private static Optional<Long> known(Optional<String> missing, double count) {
      return missing.isPresent() ? Optional.empty() : Optional.of(Math.round(count));
    }
  }

  private static OptionalDouble share(double part, double whole) {
    return whole > 0 ? OptionalDouble.of(part / whole) : OptionalDouble.empty();
  }
}
