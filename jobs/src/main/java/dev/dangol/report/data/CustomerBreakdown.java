package dev.dangol.report.data;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** All customers of the day, by the groups they fall into. */
public record CustomerBreakdown(List<CustomerGroup> groups) {
  /** The fit levels, best first. */
  public static final List<String> FIT_LEVELS = List.of("perfect", "viable", "unfit");

  public CustomerBreakdown {
    groups = List.copyOf(groups);
  }

  public CustomerTotals everyone() {
    return tally(group -> true);
  }

  public CustomerTotals ideal() {
    return tally(CustomerGroup::ideal);
  }

  public CustomerTotals atLevel(String fitLevel) {
    return tally(group -> group.fitLevel().equals(Optional.of(fitLevel)));
  }

  public CustomerTotals withoutLevel() {
    return tally(group -> group.fitLevel().isEmpty());
  }

  /** Viable customers that this criterion would lift most. */
  public long liftedFirstBy(String criterion) {
    return liftedFirst(criterion).customers();
  }

  /** Viable customers that this criterion would lift second. */
  public long liftedSecondBy(String criterion) {
    return tally(viable().and(group -> group.secondLift().equals(Optional.of(criterion))))
        .customers();
  }

  /** Ideal customers who are silent for longer than is usual for them. */
  public CustomerTotals slippingIdeal() {
    return tally(group -> group.ideal() && group.signs().slipping());
  }

  /** Viable customers that this criterion would lift most. */
  public CustomerTotals liftedFirst(String criterion) {
    return tally(viable().and(group -> group.firstLift().equals(Optional.of(criterion))));
  }

  /** Advocates who are not slipping. */
  public CustomerTotals advocates() {
    return tally(group -> group.signs().advocate() && !group.signs().slipping());
  }

  private static Predicate<CustomerGroup> viable() {
    return group -> group.fitLevel().equals(Optional.of("viable"));
  }

  private CustomerTotals tally(Predicate<CustomerGroup> which) {
    return groups.stream()
        .filter(which)
        .map(CustomerGroup::tally)
        .reduce(CustomerTotals.NONE, CustomerTotals::plus);
  }
}
