package dev.dangol.experience;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** History of one customer, in order of time: all that is known of them by the as-of day. */
public final class ExperienceHistory {
  private final String customer;
  private final Map<ExperienceKind, List<ExperienceEvent>> events =
      new EnumMap<>(ExperienceKind.class);
  private final Map<String, List<ExperienceEvent>> bought = new HashMap<>();

  public ExperienceHistory(String customer) {
    this.customer = customer;
  }

  /** Adds the next event; events must come in order of time. */
  public void add(ExperienceEvent event) {
    events.computeIfAbsent(event.kind(), kind -> new ArrayList<>()).add(event);
    if (event.kind() == ExperienceKind.PURCHASE && event.product() != null) {
      bought.computeIfAbsent(event.product(), product -> new ArrayList<>()).add(event);
    }
  }

  String customer() {
    return customer;
  }

  List<ExperienceEvent> of(ExperienceKind kind) {
    return events.getOrDefault(kind, List.of());
  }

  /** Groups that the customer belongs to. */
  List<CustomerGroupKey> groups() {
    return of(ExperienceKind.GROUP).stream()
        .map(event -> CustomerGroupKey.of(event.mark()))
        .toList();
  }

  /** Themes that they speak of in reviews; the one of all texts among them. */
  Set<String> reviewThemes() {
    Set<String> themes = new TreeSet<>();
    for (ExperienceEvent theme : of(ExperienceKind.THEME)) {
      if (ExperienceRules.REVIEWS.equals(theme.category())) {
        themes.add(theme.mark());
      }
    }
    return themes;
  }

  /** The moment at which they first bought a product, if by then. */
  OptionalLong firstBought(String product, long until) {
    List<ExperienceEvent> lines = bought.getOrDefault(product, List.of());
    return lines.isEmpty() || lines.get(0).micros() > until
        ? OptionalLong.empty()
        : OptionalLong.of(lines.get(0).micros());
  }

  /** The latest purchase of a product by then. */
  Optional<ExperienceEvent> lastBought(String product, long until) {
    Optional<ExperienceEvent> last = Optional.empty();
    for (ExperienceEvent line : bought.getOrDefault(product, List.of())) {
      last = line.micros() <= until ? Optional.of(line) : last;
    }
    return last;
  }

  /** True where they had bought the reviewed product by the moment of the review. */
  boolean isVerified(ExperienceEvent review) {
    return review.product() != null && firstBought(review.product(), review.micros()).isPresent();
  }
}
