package dev.dangol.features.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureColumns;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

/** Merge of purchases and events by customer, over rows in memory. */
class CustomerMergeTest {
  private static final FoldTask TASK =
      new FoldTask(
          List.of(FoldedSource.PURCHASES, FoldedSource.ENGAGEMENT),
          List.of(new RowCounts()),
          10,
          3);

  @Test
  void rows_meet_at_their_customer_and_strangers_give_none() {
    List<String> folded =
        fold(List.of("b", "b", "d", "다"), List.of("a", "a", "b", "c", "d", "d", "e", "🍀"));
    assertThat(folded).containsExactly("b 2 1", "d 1 2", "다 1 0");
  }

  @Test
  void sources_may_be_empty() {
    assertThat(fold(List.of(), List.of("a"))).isEmpty();
    assertThat(fold(List.of("a"), List.of())).containsExactly("a 1 0");
  }

  /** A list of so many rows would not fit into what a test may hold. */
  @Test
  void a_customer_with_many_rows_streams_through() {
    int many = 3_000_000;
    Iterator<InternalRow> endless =
        new Iterator<>() {
          private int given;

          @Override
          public boolean hasNext() {
            return given < many;
          }

          @Override
          public InternalRow next() {
            given++;
            return row("큰손");
          }
        };
    InternalRow only = TASK.fold(List.of(lines(List.of("큰손")), endless)).next();
    assertThat(only.getLong(2)).isEqualTo(many);
  }

  @Test
  void rows_out_of_order_are_noticed() {
    assertThatThrownBy(() -> fold(List.of("b", "a"), List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not in order");
    assertThatThrownBy(() -> fold(List.of("a", "c"), List.of("a", "c", "b")))
        .isInstanceOf(IllegalStateException.class);
  }

  private static List<String> fold(List<String> purchases, List<String> events) {
    List<String> folded = new ArrayList<>();
    TASK.fold(List.of(lines(purchases), rows(events)))
        .forEachRemaining(
            row -> folded.add(row.getUTF8String(0) + " " + row.getLong(1) + " " + row.getLong(2)));
    return folded;
  }

  private static Iterator<InternalRow> rows(List<String> customers) {
    return customers.stream().map(CustomerMergeTest::row).iterator();
  }

  private static Iterator<InternalRow> lines(List<String> customers) {
    return customers.stream()
        .<InternalRow>map(
            customer ->
                new GenericInternalRow(new Object[] {UTF8String.fromString(customer), 1, true}))
        .iterator();
  }

  private static InternalRow row(String customer) {
    return new GenericInternalRow(new Object[] {UTF8String.fromString(customer), 1, null, null});
  }

  /** Counts of the rows of each source. */
  private record RowCounts() implements FoldedFamily {
    @Override
    public List<Field> fields() {
      return List.of(FeatureColumns.ORDERS_LIFETIME, FeatureColumns.EVENTS_LIFETIME);
    }

    @Override
    public CustomerAccumulator open(int asOf) {
      return new CustomerAccumulator() {
        private long lines;
        private long events;

        @Override
        public void begin() {
          lines = 0;
          events = 0;
        }

        @Override
        public void purchase(PurchaseLine line) {
          lines++;
        }

        @Override
        public void event(EngagementEvent event) {
          events++;
        }

        @Override
        public void end(FoldedCells cells) {
          cells.count(lines);
          cells.count(events);
        }
      };
    }
  }
}
