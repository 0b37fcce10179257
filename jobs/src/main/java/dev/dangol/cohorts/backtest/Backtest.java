package dev.dangol.cohorts.backtest;

import dev.dangol.cohorts.backtest.BacktestResult.BoundedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Backtest of customer selections: the later outcomes that each selection captured.
 *
 * <p>A captured share is a ratio of two sums over customers. Its interval treats these customers as
 * a sample of such customers and linearises the ratio (Cochran, Sampling Techniques, 3rd ed., 1977,
 * section 6.3): with y the later net sales of a customer, c whether they were chosen and R the
 * share, the variance is N / (N - 1) times the sum of ((c - R) y)², divided by the square of the
 * sum of y. That of a difference of two shares is the same with the difference of the two c. A
 * random choice of n of N captures n / N on average; its interval follows from the variance of a
 * total of a sample without replacement (section 2.6).
 *
 * @param sizes how many customers are chosen, by share
 * @param idealSize the size of the ideal cohort; 0 where it has no members
 * @param slices outcomes added up by method, size class and membership of the ideal cohort
 */
public record Backtest(SortedMap<Double, Long> sizes, long idealSize, List<RankedSlice> slices) {

  /**
   * Customers of one method who have the same size classes and the same membership.
   *
   * @param sizeClass how many of the distinct sizes are too small for them, from 0
   * @param fitClass the same by their rank on the scorecard
   * @param ideal whether they are in the ideal cohort
   */
  record RankedSlice(
      String method, long sizeClass, long fitClass, boolean ideal, OutcomeSums sums) {}

  /** Customers whom a method chose, and how its choice overlaps with two others of its size. */
  private record Selection(
      String method, double share, OutcomeSums chosen, OutcomeSums ideal, OutcomeSums fit) {}

  /** The sizes that are compared: each share of the customers, and the ideal cohort's own. */
  static SortedMap<Double, Long> sizes(long customers, long ideal, List<Double> shares) {
    TreeMap<Double, Long> sizes = new TreeMap<>();
    for (double share : shares) {
      long chosen = Math.round(share * customers);
      if (chosen > 0) {
        sizes.put(share, chosen);
      }
    }
    if (ideal > 0) {
      sizes.put((double) ideal / customers, ideal);
    }
    return sizes;
  }

  /** One row per size and method, the ideal cohort and chance included. */
  public List<BacktestResult> rows() {
    Set<String> methods = new LinkedHashSet<>();
    slices.forEach(slice -> methods.add(slice.method()));
    methods.remove(SelectionBaselines.IDEAL);
    List<BacktestResult> rows = new ArrayList<>();
    sizes.forEach(
        (share, customers) -> {
          if (isIdeals(share)) {
            rows.add(gain(selection(SelectionBaselines.IDEAL, share, this::isIdeal)));
          }
          for (String method : methods) {
            rows.add(gain(selection(method, share, isChosen(method, customers))));
          }
          rows.add(chance(share, customers));
        });
    return rows;
  }

  /** The outcomes of all customers of the cut-off. */
  OutcomeSums everyone() {
    return sum(slice -> slice.method().equals(SelectionBaselines.IDEAL));
  }

  /** True where the method could rank at least one customer. */
  boolean ranks(String method) {
    return slices.stream().anyMatch(slice -> slice.method().equals(method));
  }

  private boolean isIdeals(double share) {
    return idealSize > 0 && share == (double) idealSize / everyone().customers();
  }

  private Selection selection(String method, double share, Predicate<RankedSlice> chosen) {
    long smaller = smaller(sizes.get(share));
    return new Selection(
        method,
        share,
        sum(chosen),
        sum(slice -> chosen.test(slice) && slice.ideal()),
        sum(slice -> chosen.test(slice) && slice.fitClass() <= smaller));
  }

  private boolean isIdeal(RankedSlice slice) {
    return slice.method().equals(SelectionBaselines.IDEAL) && slice.ideal();
  }

  /** The number of distinct sizes that are smaller. */
  private long smaller(long customers) {
    return sizes.values().stream().distinct().filter(size -> size < customers).count();
  }

  private Predicate<RankedSlice> isChosen(String method, long customers) {
    long smaller = smaller(customers);
    return slice -> slice.method().equals(method) && slice.sizeClass() <= smaller;
  }

  private OutcomeSums ideal() {
    return sum(this::isIdeal);
  }

  /** The outcomes of the best by rank on the scorecard, as many as the share says. */
  private OutcomeSums fit(double share) {
    return sum(isChosen(SelectionBaselines.FIT, sizes.get(share)));
  }

  private OutcomeSums sum(Predicate<RankedSlice> which) {
    return slices.stream()
        .filter(which)
        .map(RankedSlice::sums)
        .reduce(OutcomeSums.NONE, OutcomeSums::and);
  }

  /** The shares that the chosen customers captured. */
  private BacktestResult gain(Selection selection) {
    OutcomeSums all = everyone();
    OutcomeSums chosen = selection.chosen();
    String method = selection.method();
    boolean beside = isIdeals(selection.share()) && !method.equals(SelectionBaselines.IDEAL);
    return new BacktestResult(
        method,
        selection.share(),
        chosen.customers(),
        revenue(chosen).ofShare(),
        part(chosen.margin(), all.margin()),
        part(chosen.orders(), all.orders()),
        part(chosen.referrals(), all.referrals()),
        part(chosen.buyers(), chosen.customers()),
        beside ? lead(ideal(), chosen, selection.ideal()) : BoundedValue.NOTHING,
        method.equals(SelectionBaselines.FIT)
            ? BoundedValue.NOTHING
            : lead(fit(selection.share()), chosen, selection.fit()));
  }

  /** The share of later net sales that some customers captured. */
  private BoundedValue revenue(OutcomeSums chosen) {
    double held = held(chosen);
    double others = everyone().squares() - chosen.squares();
    return Double.isNaN(held)
        ? BoundedValue.NOTHING
        : BoundedValue.of(held, variance(held, chosen.squares(), others));
  }

  private double held(OutcomeSums chosen) {
    return ratio(chosen.net().doubleValue(), everyone().net().doubleValue());
  }

  /** The share that ours captured less that of the chosen; shared are those who are in both. */
  private BoundedValue lead(OutcomeSums ours, OutcomeSums chosen, OutcomeSums shared) {
    double lead = held(ours) - held(chosen);
    if (Double.isNaN(lead)) {
      return BoundedValue.NOTHING;
    }
    double onlyOurs = ours.squares() - shared.squares();
    double onlyChosen = chosen.squares() - shared.squares();
    double others = everyone().squares() - onlyOurs - onlyChosen;
    double spread =
        (1 - lead) * (1 - lead) * onlyOurs
            + (1 + lead) * (1 + lead) * onlyChosen
            + lead * lead * others;
    return BoundedValue.of(lead, spread * perSquare());
  }

  private double variance(double held, double chosenSquares, double otherSquares) {
    return ((1 - held) * (1 - held) * chosenSquares + held * held * otherSquares) * perSquare();
  }

  /** N / (N - 1) over the square of the total of later net sales; infinite for one customer. */
  private double perSquare() {
    OutcomeSums all = everyone();
    double net = all.net().doubleValue();
    double customers = all.customers();
    return customers / (customers - 1) / (net * net);
  }

  private BacktestResult chance(double share, long customers) {
    OutcomeSums all = everyone();
    double part = (double) customers / all.customers();
    double net = all.net().doubleValue();
    double spread = all.squares() - net * net / all.customers();
    double variance = customers * (1 - part) * spread / (all.customers() - 1.0) / (net * net);
    BoundedValue revenue =
        net > 0 ? BoundedValue.of(part, variance).ofShare() : BoundedValue.NOTHING;
    OptionalDouble nothing = OptionalDouble.empty();
    return new BacktestResult(
        SelectionBaselines.CHANCE,
        share,
        customers,
        revenue,
        all.margin().signum() > 0 ? BacktestResult.round(part) : nothing,
        all.orders() > 0 ? BacktestResult.round(part) : nothing,
        all.referrals() > 0 ? BacktestResult.round(part) : nothing,
        part(all.buyers(), all.customers()),
        isIdeals(share) ? revenue(ideal()).ofShare().above(part) : BoundedValue.NOTHING,
        revenue(fit(share)).ofShare().above(part));
  }

  private static OptionalDouble part(long of, long whole) {
    return part(BigDecimal.valueOf(of), BigDecimal.valueOf(whole));
  }

  private static OptionalDouble part(BigDecimal of, BigDecimal whole) {
    double ratio = ratio(of.doubleValue(), whole.doubleValue());
    return Double.isNaN(ratio) ? OptionalDouble.empty() : BacktestResult.round(ratio);
  }

  private static double ratio(double of, double whole) {
    return whole > 0 ? of / whole : Double.NaN;
  }

  /** The reasons for results that could not be computed, by column or method. */
  public Map<String, String> reasons() {
    return BacktestReasons.of(this);
  }
}
