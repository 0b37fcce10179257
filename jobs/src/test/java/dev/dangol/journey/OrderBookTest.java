package dev.dangol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Refunds of lines without an order: each takes one line's net sales off. */
class OrderBookTest {
  private static final GoalRule GOAL = new GoalRule(0, "purchase", null);
  private static final long FIRST = GivenPerson.START;
  private static final long SECOND = FIRST + GivenPerson.DAY;

  private static final List<TraceItem> ITEMS =
      List.of(
          line("a", FIRST + 10 * GivenPerson.HOUR, null, 5),
          line("b", FIRST + 12 * GivenPerson.HOUR, null, 5),
          line("c", SECOND + 3 * GivenPerson.HOUR, null, 5),
          line("d", SECOND + 3 * GivenPerson.HOUR, null, 7),
          line("e", FIRST + 10 * GivenPerson.HOUR, "order", 5),
          refund("r1", -5, FIRST),
          refund("r2", -5, SECOND),
          refund("too much", -6, SECOND),
          refund("of no line", -7, null));

  @Test
  void the_earliest_line_of_its_day_with_its_amount_is_returned_whatever_the_order_of_rows() {
    for (int seed = 0; seed < 20; seed++) {
      List<TraceItem> shuffled = new ArrayList<>(ITEMS);
      java.util.Collections.shuffle(shuffled, new Random(seed));
      OrderBook book = new OrderBook();
      shuffled.forEach(book::add);
      book.close();
      Map<String, Long> net =
          book.decisions(GOAL).stream()
              .collect(Collectors.toMap(OrderDecision::id, OrderDecision::net));
      assertThat(net)
          .containsExactlyInAnyOrderEntriesOf(
              Map.of("a", 0L, "b", 5L, "c", 0L, "d", 7L, "order", 5L));
    }
  }

  private static TraceItem line(String key, long at, String order, long net) {
    return item(key, at, order, net, null);
  }

  private static TraceItem refund(String key, long net, Long day) {
    return item(key, SECOND + 9 * GivenPerson.DAY, null, net, day);
  }

  private static TraceItem item(String key, long at, String order, long net, Long day) {
    return new TraceItem(
        TraceKind.LINE, at, key, -1, order, key, null, null, null, 0, net, 1, 0, net < 0, day);
  }
}
