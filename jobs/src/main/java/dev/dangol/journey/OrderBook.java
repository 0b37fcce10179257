package dev.dangol.journey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Orders of a person, made of their lines and of what was refunded of them. */
final class OrderBook {
  private static final Comparator<TraceItem> LARGEST =
      Comparator.comparingLong(TraceItem::amount)
          .reversed()
          .thenComparing(TraceItem::label, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(TraceItem::key);

  private static final Comparator<TraceItem> IN_TIME =
      Comparator.comparingLong(TraceItem::at).thenComparing(TraceItem::key);

  private final Map<String, OrderSums> orders = new HashMap<>();
  private final List<TraceItem> returned = new ArrayList<>();

  /** Sums over the lines of one order. */
  private static final class OrderSums {
    private long first = Long.MAX_VALUE;
    private long goals;
    private long net;
    private TraceItem largest;
  }

  /** Takes a line up; one without an order is an order of its own. */
  void add(TraceItem line) {
    if (line.refund() && line.name() == null) {
      returned.add(line);
      return;
    }
    String id = line.name() == null ? line.key() : line.name();
    OrderSums order = orders.computeIfAbsent(id, any -> new OrderSums());
    order.net += line.amount();
    if (line.refund()) {
      return;
    }
    order.first = Math.min(order.first, line.at());
    order.goals |= line.bits();
    if (order.largest == null || LARGEST.compare(line, order.largest) < 0) {
      order.largest = line;
    }
  }

  /**
   * Takes off what was returned of lines without an order, once all lines are there: of lines of
   * the same amount the earliest on its day that is not taken. What ingest matched to no line stays
   * out.
   */
  void close() {
    returned.removeIf(refund -> refund.until() == null);
    returned.sort(IN_TIME);
    List<OrderSums> own =
        orders.values().stream()
            .filter(order -> order.largest != null && order.largest.name() == null)
            .sorted(Comparator.comparing(order -> order.largest, IN_TIME))
            .collect(Collectors.toCollection(ArrayList::new));
    for (TraceItem refund : returned) {
      own.stream()
          .filter(order -> order.first >= refund.until() && order.net == -refund.amount())
          .findFirst()
          .ifPresent(
              order -> {
                order.net = 0;
                own.remove(order);
              });
    }
    returned.clear();
  }

  /** The orders that serve a goal, in order of time, then of their ids. */
  List<OrderDecision> decisions(GoalRule goal) {
    return orders.entrySet().stream()
        .filter(order -> order.getValue().largest != null)
        .filter(order -> goal.isServedBy(order.getValue().goals))
        .map(order -> decision(order.getKey(), order.getValue()))
        .sorted(OrderDecision.IN_TIME)
        .toList();
  }

  /** The first purchase; {@link Long#MAX_VALUE} where there is none. */
  long firstAt() {
    return orders.values().stream().mapToLong(order -> order.first).min().orElse(Long.MAX_VALUE);
  }

  private static OrderDecision decision(String id, OrderSums order) {
    return new OrderDecision(order.first, id, order.net, order.largest.category());
  }
}
