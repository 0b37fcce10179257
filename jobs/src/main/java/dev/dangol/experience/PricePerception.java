package dev.dangol.experience;

import dev.dangol.config.VoiceSettings;
import dev.dangol.probability.DifferenceInterval;
import dev.dangol.probability.WilsonInterval;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ProductOpinionColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** Ratings of products by what they cost within their category. */
record PricePerception(ExperienceRules rules) implements CustomerMeasure {
  private static final String PRICES = "product_prices";
  private static final String RATINGS = "price_ratings";
  private static final String THEMES = "price_themes";

  @Override
  public void add(ExperienceHistory customer, FactSheet facts) {
    for (ExperienceEvent line : customer.of(ExperienceKind.PURCHASE)) {
      if (line.product() != null && line.category() != null && line.pieces() > 0) {
        facts.sum(
            FactKey.of(PRICES, line.product(), line.category()), 1, line.figure(), line.pieces());
      }
    }
    Set<String> themes = customer.reviewThemes();
    for (ExperienceEvent review : customer.of(ExperienceKind.REVIEW)) {
      if (review.product() != null && rules.counts(customer, review)) {
        facts.sum(
            FactKey.of(RATINGS, review.product()),
            1,
            review.figure(),
            rules.ratings().isHigh(review.figure()) ? 1 : 0);
        themes.forEach(theme -> facts.sum(FactKey.of(THEMES, review.product(), theme), 1));
      }
    }
  }

  /** Figures of the products of a category in one band of prices. */
  private static final class BandFigures {
    private double from = Double.POSITIVE_INFINITY;
    private double to = Double.NEGATIVE_INFINITY;
    private long products;
    private final double[] ratings = new double[3];
    private final Map<String, Double> themes = new TreeMap<>();

    private void add(ProductPrice product, FactSums sums) {
      from = Math.min(from, product.price());
      to = Math.max(to, product.price());
      products++;
      double[] rated = sums.of(RATINGS).getOrDefault(List.of(product.product()), new double[3]);
      for (int place = 0; place < ratings.length; place++) {
        ratings[place] += rated[place];
      }
    }

    private Row row(AsOf asOf, String category, String band) {
      long rated = Math.round(ratings[0]);
      long satisfied = Math.round(ratings[2]);
      Optional<WilsonInterval> interval =
          rated > 0 ? Optional.of(WilsonInterval.of(satisfied, rated)) : Optional.empty();
      return RowWriter.of(ProductOpinionColumns.PRICES_TABLE)
          .set(SharedColumns.AS_OF, asOf)
          .set(ProductOpinionColumns.CATEGORY, category)
          .set(ProductOpinionColumns.PRICE_BAND, band)
          .set(ProductOpinionColumns.PRODUCTS, products)
          .set(ProductOpinionColumns.PRICE_FROM, DifferenceInterval.told(from))
          .set(ProductOpinionColumns.PRICE_TO, DifferenceInterval.told(to))
          .set(ProductOpinionColumns.RATINGS, rated)
          .set(ProductOpinionColumns.MEAN_RATING, DifferenceInterval.told(ratings[1] / ratings[0]))
          .set(ProductOpinionColumns.SATISFIED_SHARE, share(satisfied, rated))
          .set(ProductOpinionColumns.SATISFIED_LOW, interval.map(WilsonInterval::low))
          .set(ProductOpinionColumns.SATISFIED_HIGH, interval.map(WilsonInterval::high))
          .set(ProductOpinionColumns.THEME_SHARES, shares())
          .row();
    }

    private Object shares() {
      Double texts = themes.get(VoiceSettings.ALL);
      Map<String, Double> shares = new TreeMap<>();
      if (texts != null) {
        themes.forEach((theme, times) -> shares.put(theme, times / texts));
        shares.remove(VoiceSettings.ALL);
      }
      return CollectionConverters.asScala(shares);
    }

    private static OptionalDouble share(long part, long whole) {
      return whole > 0 ? OptionalDouble.of((double) part / whole) : OptionalDouble.empty();
    }
  }

  /** The rows of {@code price_perception}: bands in which there is a rating. */
  static List<Row> rows(FactSums sums, AsOf asOf) {
    Map<String, String> bandOf = new TreeMap<>();
    Map<String, Map<String, BandFigures>> all = new TreeMap<>();
    for (Map.Entry<String, List<ProductPrice>> category :
        ProductPrice.byCategory(sums.of(PRICES)).entrySet()) {
      Map<String, BandFigures> bands = new TreeMap<>();
      all.put(category.getKey(), bands);
      ProductPrice.bands(category.getValue())
          .forEach(
              (product, band) -> {
                bands.computeIfAbsent(band, none -> new BandFigures()).add(product, sums);
                bandOf.put(product.product(), band);
              });
    }
    addThemes(sums, all, bandOf);
    List<Row> rows = new ArrayList<>();
    all.forEach(
        (category, bands) ->
            bands.forEach(
                (band, figures) -> {
                  if (figures.ratings[0] > 0) {
                    rows.add(figures.row(asOf, category, band));
                  }
                }));
    return rows;
  }

  private static void addThemes(
      FactSums sums, Map<String, Map<String, BandFigures>> all, Map<String, String> bandOf) {
    Map<String, String> categories = ProductPrice.categories(sums.of(PRICES));
    sums.of(THEMES)
        .forEach(
            (key, figures) -> {
              String band = bandOf.get(key.get(0));
              if (band != null) {
                all.get(categories.get(key.get(0)))
                    .get(band)
                    .themes
                    .merge(key.get(1), figures[0], Double::sum);
              }
            });
  }
}
