package dev.dangol.sample.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Steps planted on a customer's ways to their orders, and on a last one to none. Most who give up
 * do so after comparing; who has seen the guarantee does so less, and a banner makes no difference.
 * Before the questions that came before the first order something went wrong with paying, which the
 * desk mostly mended; of those who give up nobody asked.
 *
 * @param steps the last ones are those after which they gave up
 * @param stopsAt the stage after which they gave up; empty where they did not
 * @param error of paying: open where they gave up after it, repaired where they asked about it
 * @param guarantee true where the guarantee was seen
 * @param banner true where the banner was seen
 */
public record PlannedJourney(
    List<PlannedStep> steps,
    Optional<String> stopsAt,
    Optional<String> error,
    boolean guarantee,
    boolean banner) {
  private static final double STOPPED_SHARE = 0.95;
  private static final double LONG_AGO = 100;
  private static final double MINUTE = 1.0 / (24 * 60);
  private static final double REST = 1.05;
  private static final double OPEN_ERROR = 0.3;
  private static final double WALKED_SHARE = 0.15;
  private static final double BANNER_SHARE = 0.05;

  /**
   * The banner's share of the ways to orders that lead through comparing: it makes no difference.
   */
  private static final double BANNER_STOPPED = 0.041;

  private static final double GUARANTEE_SHARE = 0.16;
  private static final double GUARANTEE_STOPPED = 0.02;
  private static final Set<ProductCategory> CONSIDERED =
      Set.of(
          ProductCategory.KITCHEN,
          ProductCategory.HOME,
          ProductCategory.OUTDOOR,
          ProductCategory.BEAUTY);

  /** The category that those who give up look for. */
  public static final ProductCategory UNMET_WISH = ProductCategory.PET;

  private static final String ERROR = "ERROR";
  private static final String SEARCH = "SEARCH";
  private static final String GUARANTEE = "GUARANTEE";
  private static final String BANNER = "IMPRESSION";
  private static final PlannedJourney NONE =
      new PlannedJourney(List.of(), Optional.empty(), Optional.empty(), false, false);

  /**
   * Step of a planted journey.
   *
   * @param day the moment, in days since the start of the period
   * @param action as the tracker writes it
   * @param place APP or WEB
   * @param about what it is about, where the tracker knows
   */
  public record PlannedStep(double day, String action, String place, Optional<String> about) {
    PlannedStep(double day, String action, String place) {
      this(day, action, place, action.equals(ERROR) ? Optional.of("결제") : Optional.empty());
    }

    private PlannedStep lookingFor(ProductCategory category) {
      return action.equals(SEARCH)
          ? new PlannedStep(day, action, place, Optional.of(category.label))
          : this;
    }
  }

  public PlannedJourney {
    steps = List.copyOf(steps);
  }

  /** The journey of a customer, drawn from a stream of its own. */
  public static PlannedJourney of(ShopPopulation shop, SampleShopper shopper) {
    if (shopper.kind() == ShopperKind.WHOLESALER) {
      return NONE;
    }
    SeededDraws draws = shop.draws(shopper.number(), SeededDraws.DrawPurpose.JOURNEYS);
    ShopperOrders history = ShopperOrders.of(shop, shopper);
    List<PlannedStep> steps = new ArrayList<>(seen(shopper, history, draws));
    if (draws.chance(WALKED_SHARE)) {
      steps.addAll(walked(shopper, draws));
    }
    Optional<Double> asked = SupportCases.questionBeforeOrder(shop, shopper);
    asked.ifPresent(day -> steps.add(new PlannedStep(day - 30 * MINUTE, ERROR, "APP")));
    double end = shopper.bought() ? history.end() : shopper.signedUp();
    boolean givesUp = end < SamplePeriod.DAYS - LONG_AGO && draws.chance(STOPPED_SHARE);
    Optional<String> stopsAt = givesUp ? Optional.of(stage(draws)) : Optional.empty();
    stopsAt.ifPresent(stage -> steps.addAll(stopped(end + draws.between(1, 5), stage, draws)));
    boolean isOpen = givesUp && steps.get(steps.size() - 1).action().equals(ERROR);
    return new PlannedJourney(
        steps,
        stopsAt,
        isOpen ? Optional.of("open") : asked.map(day -> "repaired"),
        steps.stream().anyMatch(step -> step.action().equals(GUARANTEE)),
        steps.stream().anyMatch(step -> step.action().equals(BANNER)));
  }

  private static String stage(SeededDraws draws) {
    double lot = draws.uniform();
    return lot < 0.05 ? "problem_recognition" : lot < 0.95 ? "consideration" : "decision";
  }

  /** The way of those who give up: what they look for, they do not find. */
  private static List<PlannedStep> stopped(double begin, String stage, SeededDraws draws) {
    List<String> actions = new ArrayList<>(List.of("VIEW", SEARCH));
    if (draws.chance(BANNER_STOPPED)) {
      actions.add(BANNER);
    }
    if (draws.chance(GUARANTEE_STOPPED)) {
      actions.add(GUARANTEE);
    }
    if (!stage.equals("problem_recognition")) {
      actions.add("COMPARE");
    }
    if (stage.equals("decision")) {
      actions.add("CART");
    }
    if (draws.chance(OPEN_ERROR)) {
      actions.add(ERROR);
    }
    return steps(begin, begin + draws.between(0.2, 8), actions, draws).stream()
        .map(step -> step.lookingFor(UNMET_WISH))
        .toList();
  }

  /**
   * The guarantee and the banner, seen early on the ways to some orders after a view; the guarantee
   * for what is considered for longer, the ways to which begin earlier by that.
   */
  private static List<PlannedStep> seen(
      SampleShopper shopper, ShopperOrders history, SeededDraws draws) {
    List<PlannedStep> steps = new ArrayList<>();
    double from = shopper.signedUp();
    for (ShopOrder order : history.orders()) {
      double early = from + 0.1 * (order.day() - from) * draws.uniform();
      if (isConsidered(order) && draws.chance(GUARANTEE_SHARE) && order.day() - from > 1) {
        steps.add(new PlannedStep(early, "VIEW", "WEB"));
        steps.add(new PlannedStep(early + 2 * MINUTE, GUARANTEE, "WEB"));
      }
      if (draws.chance(BANNER_SHARE) && order.day() - from > 1) {
        steps.add(new PlannedStep(early, "VIEW", "APP"));
        steps.add(new PlannedStep(early + 3 * MINUTE, BANNER, "APP"));
      }
      from = order.day() + REST;
    }
    return steps;
  }

  private static boolean isConsidered(ShopOrder order) {
    return order.lines().stream()
        .max(Comparator.comparingLong(OrderLine::net))
        .filter(line -> CONSIDERED.contains(line.product().category()))
        .isPresent();
  }

  private static List<PlannedStep> walked(SampleShopper shopper, SeededDraws draws) {
    double span = Math.min(shopper.firstOrder() - shopper.signedUp(), draws.between(0.5, 6));
    return shopper.bought()
        ? steps(
            shopper.firstOrder() - span, shopper.firstOrder() - MINUTE, way(shopper.kind()), draws)
        : List.of();
  }

  /** The way of a kind of customer up to the cart. */
  private static List<String> way(ShopperKind kind) {
    return switch (kind) {
      case REGULAR, HABIT_ONLY -> List.of("SEARCH", "CART");
      case ADVOCATE -> List.of("VIEW", "COMPARE", "CART");
      case QUIET_BIG_SPENDER, FRANK_CRITIC -> List.of("SEARCH", "COMPARE", "COMPARE", "CART");
      case BARGAIN_HUNTER -> List.of("VIEW", "SEARCH", "COMPARE", "CART");
      default -> List.of("VIEW", "CART");
    };
  }

  /** The actions at even distances in time. */
  private static List<PlannedStep> steps(
      double from, double to, List<String> actions, SeededDraws draws) {
    String place = draws.chance(0.6) ? "APP" : "WEB";
    List<PlannedStep> steps = new ArrayList<>();
    for (int step = 0; step < actions.size(); step++) {
      double day = from + (to - from) * (step + 1) / actions.size();
      steps.add(new PlannedStep(day, actions.get(step), place));
    }
    return steps;
  }
}
