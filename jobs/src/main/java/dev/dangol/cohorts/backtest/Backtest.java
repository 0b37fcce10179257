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
   * Customers of one method who have the same size class and the same membership.
   *
   * @param sizeClass how many of the distinct sizes are too small for them, from 0
   * @param ideal whether they are in the ideal cohort
   */
  record RankedSlice(String method, long sizeClass, boolean ideal, OutcomeSums sums) {}

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
            rows.add(gain(SelectionBaselines.IDEAL, share, ideal(), ideal()));
          }
          for (String method : methods) {
            Predicate<RankedSlice> chosen = isChosen(method, customers);
            rows.add(
                gain(method, share, sum(chosen), sum(slice -> chosen.test(slice) && slice.ideal)));
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

  private Predicate<RankedSlice> isChosen(String method, long customers) {
    long smaller = sizes.values().stream().distinct().filter(size -> size < customers).count();
    return slice -> slice.method().equals(method) && slice.sizeClass() <= smaller;
  }

  private OutcomeSums ideal() {
    return sum(slice -> slice.method().equals(SelectionBaselines.IDEAL) && slice.ideal());
  }

  private OutcomeSums sum(Predicate<RankedSlice> which) {
    return slices.stream()
        .filter(which)
        .map(RankedSlice::sums)
        .reduce(OutcomeSums.NONE, OutcomeSums::and);
  }

  /**
   * The shares that the chosen customers captured; shared are those of them in the ideal cohort.
   */
  private BacktestResult gain(String method, double share, OutcomeSums chosen, OutcomeSums shared) {
    OutcomeSums all = everyone();
    double held = ratio(chosen.net().doubleValue(), all.net().doubleValue());
    BoundedValue revenue =
        Double.isNaN(held)
            ? BoundedValue.NOTHING
            : BoundedValue.of(
                held, variance(held, chosen.squares(), all.squares() - chosen.squares()));
    return new BacktestResult(
        method,
        share,
        chosen.customers(),
        revenue.ofShare(),
        part(chosen.margin(), all.margin()),
        part(chosen.orders(), all.orders()),
        part(chosen.referrals(), all.referrals()),
        part(chosen.buyers(), chosen.customers()),
        isIdeals(share) && !method.equals(SelectionBaselines.IDEAL)
            ? lead(held, chosen, shared)
            : BoundedValue.NOTHING);
  }

  private BoundedValue lead(double held, OutcomeSums chosen, OutcomeSums shared) {
    OutcomeSums all = everyone();
    OutcomeSums ideal = ideal();
    double lead = ratio(ideal.net().doubleValue(), all.net().doubleValue()) - held;
    if (Double.isNaN(lead)) {
      return BoundedValue.NOTHING;
    }
    double onlyIdeal = ideal.squares() - shared.squares();
    double onlyChosen = chosen.squares() - shared.squares();
    double others = all.squares() - onlyIdeal - onlyChosen;
    double spread =
        (1 - lead) * (1 - lead) * onlyIdeal
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
        isIdeals(share) ? above(part) : BoundedValue.NOTHING);
  }

  /** The captured share of the ideal cohort less this one. */
  private BoundedValue above(double part) {
    BoundedValue ideal = gain(SelectionBaselines.IDEAL, -1, ideal(), ideal()).revenue();
    return new BoundedValue(
        less(ideal.value(), part), less(ideal.low(), part), less(ideal.high(), part));
  }

  private static OptionalDouble less(OptionalDouble value, double part) {
    return value.isPresent() ? BacktestResult.round(value.getAsDouble() - part) : value;
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
