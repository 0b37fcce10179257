package dev.dangol.cohorts.scorecard;

import dev.dangol.config.ScorecardSettings;
import dev.dangol.config.ScorecardSettings.ScorecardCriterion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The scorecard once more, customer by customer and without Spark, sorting and counting plainly.
 */
final class NaiveFit {
  private static final List<String> LEVELS = List.of("unfit", "viable", "perfect");

  private final List<Customer> everyone;
  private final ScorecardSettings settings;
  private final Map<String, Double> scores = new TreeMap<>();

  NaiveFit(List<Customer> everyone, ScorecardSettings settings) {
    this.everyone = everyone;
    this.settings = settings;
  }

  /**
   * Days since they did anything, what they are worth, and their features; a feature they lack is
   * not known.
   */
  record Customer(String id, long idle, Worth worth, Map<String, Double> features) {}

  /** Net sales to date and expected, null where not known, and the sum of the RFM scores. */
  record Worth(double sales, Double expected, int rfm) {}

  /** The fit of a customer. */
  record Fit(
      Double points,
      Double score,
      String level,
      String vetoedBy,
      int rank,
      String engagement,
      String first,
      String second,
      Map<String, String> levels) {}

  Map<String, Fit> all() {
    Map<String, Fit> all = new TreeMap<>();
    everyone.forEach(customer -> scores.put(customer.id(), score(customer)));
    everyone.forEach(customer -> all.put(customer.id(), fit(customer)));
    return all;
  }

  private Fit fit(Customer customer) {
    Map<String, String> levels = new TreeMap<>();
    String vetoedBy = null;
    for (ScorecardCriterion criterion : settings.criteria()) {
      Integer level = level(customer, criterion);
      levels.put(criterion.name(), level == null ? null : LEVELS.get(level));
      if (vetoedBy == null && criterion.required() && level != null && level == 0) {
        vetoedBy = criterion.name();
      }
    }
    List<String> lifts = lifts(customer);
    return new Fit(
        points(customer),
        scores.get(customer.id()),
        LEVELS.get(overall(customer)),
        vetoedBy,
        rank(customer),
        engagement(customer),
        lifts.isEmpty() ? null : lifts.get(0),
        lifts.size() < 2 ? null : lifts.get(1),
        levels);
  }

  private int overall(Customer customer) {
    Double points = points(customer);
    boolean vetoed =
        settings.criteria().stream()
            .filter(ScorecardCriterion::required)
            .anyMatch(criterion -> Objects.equals(level(customer, criterion), 0));
    return vetoed || points == null || points < settings.viableFrom()
        ? 0
        : points < settings.perfectFrom() ? 1 : 2;
  }

  /** The score as the documentation defines it, by counting who is worse and who is alike. */
  private double score(Customer customer) {
    double half = worth(customer.worth());
    double sum = 0;
    double weights = 0;
    for (ScorecardCriterion criterion : settings.criteria()) {
      if (level(customer, criterion) != null) {
        sum += criterion.weight() * place(customer, criterion);
        weights += criterion.weight();
      }
    }
    double score = weights == 0 ? half : (sum / weights + half) / 2;
    return Math.rint(score * 100 * 1e6) / 1e6;
  }

  private double worth(Worth own) {
    List<Worth> all = everyone.stream().map(Customer::worth).toList();
    double sum =
        share(own.sales(), all.stream().map(Worth::sales).toList())
            + share(own.rfm(), all.stream().map(other -> (double) other.rfm()).toList());
    return own.expected() == null
        ? sum / 2
        : (sum
                + share(
                    own.expected(),
                    all.stream().map(Worth::expected).filter(Objects::nonNull).toList()))
            / 3;
  }

  private double place(Customer customer, ScorecardCriterion criterion) {
    int level = level(customer, criterion);
    double sign = criterion.lessIsBetter() ? -1 : 1;
    List<Double> alike =
        everyone.stream()
            .filter(other -> Objects.equals(level(other, criterion), level))
            .map(other -> sign * other.features().get(criterion.feature()))
            .toList();
    return (level + share(sign * customer.features().get(criterion.feature()), alike)) / 3;
  }

  /** The share of those below the value and half of those with the same. */
  private static double share(double value, List<Double> all) {
    double below = all.stream().filter(other -> other < value).count();
    double same = all.stream().filter(other -> other == value).count();
    return (below + same / 2) / all.size();
  }

  private Double points(Customer customer) {
    double sum = 0;
    double possible = 0;
    for (ScorecardCriterion criterion : settings.criteria()) {
      Integer level = level(customer, criterion);
      if (level != null) {
        sum += 50 * level * criterion.weight();
        possible += criterion.weight();
      }
    }
    return possible == 0 ? null : Math.rint(sum / possible * 1e6) / 1e6;
  }

  private Integer level(Customer customer, ScorecardCriterion criterion) {
    Double value = customer.features().get(criterion.feature());
    if (value == null) {
      return null;
    }
    double place = criterion.byRank() ? percentile(value, criterion.feature()) : value;
    double sign = criterion.lessIsBetter() ? -1 : 1;
    return place * sign >= criterion.perfectFrom() * sign
        ? 2
        : place * sign >= criterion.viableFrom() * sign ? 1 : 0;
  }

  private double percentile(double value, String feature) {
    List<Double> known =
        everyone.stream().map(c -> c.features().get(feature)).filter(Objects::nonNull).toList();
    double below = known.stream().filter(v -> v < value).count();
    double same = known.stream().filter(v -> v == value).count();
    return 100 * (2 * below + same) / (2 * known.size());
  }

  private List<String> lifts(Customer customer) {
    record Lift(boolean waits, double gain, double gap, String name) {}
    List<Lift> lifts = new ArrayList<>();
    for (ScorecardCriterion criterion : settings.criteria()) {
      Integer level = level(customer, criterion);
      Double viable = cut(criterion, criterion.viableFrom());
      Double perfect = cut(criterion, criterion.perfectFrom());
      Double next = level == null || level == 2 ? null : level == 0 ? viable : perfect;
      if (next != null) {
        boolean leaps = level == 0 && viable.equals(perfect);
        double span = perfect == null ? 0 : Math.abs(perfect - viable);
        double gap = Math.abs(next - customer.features().get(criterion.feature()));
        lifts.add(
            new Lift(
                !(criterion.required() && level == 0),
                criterion.weight() * (leaps ? 2 : 1),
                gap / Math.max(span, 1e-9),
                criterion.name()));
      }
    }
    lifts.sort(
        Comparator.comparing(Lift::waits)
            .thenComparing(Comparator.comparing(Lift::gain).reversed())
            .thenComparing(Lift::gap)
            .thenComparing(Lift::name));
    return lifts.stream().map(Lift::name).toList();
  }

  /** The first value that counts as far enough; null where there is none. */
  private Double cut(ScorecardCriterion criterion, double configured) {
    if (!criterion.byRank()) {
      return configured;
    }
    double sign = criterion.lessIsBetter() ? -1 : 1;
    return everyone.stream()
        .map(c -> c.features().get(criterion.feature()))
        .filter(Objects::nonNull)
        .filter(v -> percentile(v, criterion.feature()) * sign >= configured * sign)
        .min(Comparator.comparing(v -> v * sign))
        .orElse(null);
  }

  private int rank(Customer customer) {
    Comparator<Customer> order =
        Comparator.<Customer, Integer>comparing(this::overall)
            .thenComparing(one -> scores.get(one.id()))
            .reversed()
            .thenComparing(
                one -> one.worth().expected(),
                Comparator.nullsLast(Comparator.<Double>reverseOrder()))
            .thenComparing(Customer::id);
    return 1 + (int) everyone.stream().filter(c -> order.compare(c, customer) < 0).count();
  }

  private String engagement(Customer customer) {
    long below = everyone.stream().filter(c -> c.idle() < customer.idle()).count();
    long upTo = everyone.stream().filter(c -> c.idle() <= customer.idle()).count();
    long twice = below + upTo;
    long all = everyone.size() * 2L;
    return 3 * twice <= all ? "1" : 3 * twice <= 2 * all ? "2" : "3";
  }
}
