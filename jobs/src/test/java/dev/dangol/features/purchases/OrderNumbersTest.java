package dev.dangol.features.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.features.fold.GivenLine;
import dev.dangol.features.fold.OrderNumbers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Numbers of orders and pairs of numbers, against Java's own maps and sets. */
class OrderNumbersTest {
  private final OrderNumbers numbers = new OrderNumbers();

  @Test
  void an_order_has_one_number_whatever_its_id_is_written_in() {
    Random random = new Random(21);
    for (int customer = 0; customer < 3; customer++) {
      numbers.clear();
      Map<String, Integer> known = new HashMap<>();
      for (int line = 0; line < 5000; line++) {
        int place = random.nextInt(customer == 1 ? 5 : 2000);
        String id = place % 3 == 0 ? "주문-" + place : place % 3 == 1 ? "🍀" + place : "" + place;
        int expected = known.computeIfAbsent(id, any -> known.size());
        assertThat(numbers.of(GivenLine.on(line).of(id))).isEqualTo(expected);
      }
      assertThat(numbers.size()).isEqualTo(known.size());
    }
  }

  @Test
  void a_day_is_the_key_of_lines_without_an_id() {
    assertThat(numbers.of(GivenLine.on(-3))).isZero();
    assertThat(numbers.of(GivenLine.on(1 << 16))).isEqualTo(1);
    assertThat(numbers.of(GivenLine.on(-3))).isZero();
    assertThat(numbers.of(GivenLine.on(-3).of("-3"))).isEqualTo(2);
  }

  /** The orders of one customer with a third of ten million lines, in what a test may hold. */
  @Test
  void a_customer_with_millions_of_orders_fits() {
    OrderTotals book = new OrderTotals();
    for (int line = 0; line < 3_000_000; line++) {
      book.buy(GivenLine.on(line % 1000).of("order-" + line % 1_000_000).paid(1));
    }
    assertThat(book.byDay()).hasSize(1_000_000);
    assertThat(book.net(999_999)).isEqualTo(3);
    book.clear();
    book.buy(GivenLine.on(7).of("small").paid(2));
    assertThat(book.byDay()).containsExactly(7L << 32);
    assertThat(book.net(0)).isEqualTo(2);
  }

  @Test
  void a_pair_is_there_once() {
    Random random = new Random(22);
    PairSet pairs = new PairSet();
    Set<String> known = new HashSet<>();
    for (int turn = 0; turn < 20_000; turn++) {
      int first = random.nextInt(3000);
      int second = random.nextInt(4);
      pairs.add(first, second);
      known.add(first + " " + second);
    }
    Set<String> found = new HashSet<>();
    pairs.forEach((first, second) -> assertThat(found.add(first + " " + second)).isTrue());
    assertThat(found).isEqualTo(known);
    pairs.clear();
    pairs.forEach((first, second) -> assertThat(first).as("of the one before").isNegative());
  }
}
