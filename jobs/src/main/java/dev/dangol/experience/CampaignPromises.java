package dev.dangol.experience;

import dev.dangol.probability.DifferenceInterval;
import dev.dangol.probability.StratifiedDifference;
import dev.dangol.probability.StratifiedDifference.SideSums;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.PromiseColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * Promises of campaigns against what customers experienced. Ratings and returns of what was bought
 * through a campaign stand against those of the same products bought otherwise.
 */
record CampaignPromises() implements CustomerMeasure {
  private static final String LINES = "promise_lines";
  private static final String RATINGS = "promise_ratings";
  private static final String OTHERWISE = "";
  private static final long CLICK_SPAN = 7 * ExperienceRules.MICROS_PER_DAY;

  @Override
  public void add(ExperienceHistory customer, FactSheet facts) {
    for (ExperienceEvent line : customer.of(ExperienceKind.PURCHASE)) {
      if (line.product() != null) {
        facts.sum(
            FactKey.of(LINES, campaign(customer, line), line.product()),
            1,
            isReturned(customer, line) ? 1 : 0);
      }
    }
    for (ExperienceEvent review : customer.of(ExperienceKind.REVIEW)) {
      if (review.product() != null) {
        customer
            .lastBought(review.product(), review.micros())
            .ifPresent(
                line ->
                    facts.sum(
                        FactKey.of(RATINGS, campaign(customer, line), line.product()),
                        1,
                        review.figure(),
                        review.figure() * review.figure()));
      }
    }
  }

  /** The promotion of a line, else the campaign that they last clicked on within the week. */
  private static String campaign(ExperienceHistory customer, ExperienceEvent line) {
    if (line.mark() != null) {
      return line.mark();
    }
    String campaign = OTHERWISE;
    for (ExperienceEvent click : customer.of(ExperienceKind.CLICK)) {
      long before = line.micros() - click.micros();
      if (click.mark() != null && before >= 0 && before <= CLICK_SPAN) {
        campaign = click.mark();
      }
    }
    return campaign;
  }

  private static boolean isReturned(ExperienceHistory customer, ExperienceEvent line) {
    String order = line.about().order();
    return order != null
        && customer.of(ExperienceKind.REFUND).stream()
            .anyMatch(
                refund ->
                    order.equals(refund.about().order())
                        && (refund.product() == null || refund.product().equals(line.product())));
  }

  /**
   * The rows of {@code campaign_promises}.
   *
   * @param least the fewest on either side for which an interval is told
   */
  static List<Row> rows(FactSums sums, AsOf asOf, int least) {
    Map<String, StratifiedDifference> ratings = compared(sums.of(RATINGS));
    Map<String, StratifiedDifference> returns = compared(shares(sums.of(LINES)));
    List<Row> rows = new ArrayList<>();
    new TreeMap<>(returns)
        .forEach(
            (campaign, returned) -> {
              StratifiedDifference rated =
                  ratings.getOrDefault(campaign, new StratifiedDifference());
              if (returned.firsts() > 0) {
                rows.add(row(asOf, campaign, new PromiseSides(rated, returned, least)));
              }
            });
    return rows;
  }

  /** Ratings and returns of a campaign, each compared product by product. */
  private record PromiseSides(
      StratifiedDifference rated, StratifiedDifference returned, int least) {}

  private static Map<List<String>, double[]> shares(Map<List<String>, double[]> lines) {
    Map<List<String>, double[]> shares = new HashMap<>();
    lines.forEach(
        (key, figures) -> shares.put(key, new double[] {figures[0], figures[1], figures[1]}));
    return shares;
  }

  /** Each campaign's products against all other ways to buy them. */
  private static Map<String, StratifiedDifference> compared(Map<List<String>, double[]> all) {
    Map<String, double[]> products = new HashMap<>();
    all.forEach(
        (key, figures) ->
            products.merge(
                key.get(1),
                figures.clone(),
                (one, other) ->
                    new double[] {one[0] + other[0], one[1] + other[1], one[2] + other[2]}));
    Map<String, StratifiedDifference> campaigns = new HashMap<>();
    for (List<String> key : FactSums.sorted(all.keySet())) {
      if (!key.get(0).equals(OTHERWISE)) {
        double[] own = all.get(key);
        double[] whole = products.get(key.get(1));
        campaigns
            .computeIfAbsent(key.get(0), none -> new StratifiedDifference())
            .add(
                new SideSums(own[0], own[1], own[2]),
                new SideSums(whole[0] - own[0], whole[1] - own[1], whole[2] - own[2]));
      }
    }
    return campaigns;
  }

  private static Row row(AsOf asOf, String campaign, PromiseSides sides) {
    DifferenceInterval rating = sides.rated().difference(sides.least());
    DifferenceInterval returned = sides.returned().difference(sides.least()).within(-1, 1);
    return RowWriter.of(PromiseColumns.TABLE)
        .set(SharedColumns.AS_OF, asOf)
        .set(PromiseColumns.CAMPAIGN_ID, campaign)
        .set(PromiseColumns.RATINGS, sides.rated().firsts())
        .set(PromiseColumns.COMPARED_RATINGS, sides.rated().seconds())
        .set(PromiseColumns.MEAN_RATING, told(sides.rated().firstMean()))
        .set(PromiseColumns.COMPARED_MEAN_RATING, told(sides.rated().secondMean()))
        .set(PromiseColumns.RATING_DIFFERENCE, rating.difference())
        .set(PromiseColumns.RATING_LOW, rating.low())
        .set(PromiseColumns.RATING_HIGH, rating.high())
        .set(PromiseColumns.BOUGHT_LINES, sides.returned().firsts())
        .set(PromiseColumns.COMPARED_LINES, sides.returned().seconds())
        .set(PromiseColumns.RETURNED_SHARE, told(sides.returned().firstMean()))
        .set(PromiseColumns.COMPARED_RETURNED_SHARE, told(sides.returned().secondMean()))
        .set(PromiseColumns.RETURNED_DIFFERENCE, returned.difference())
        .set(PromiseColumns.RETURNED_LOW, returned.low())
        .set(PromiseColumns.RETURNED_HIGH, returned.high())
        .row();
  }

  private static OptionalDouble told(double figure) {
    return DifferenceInterval.told(figure);
  }
}
