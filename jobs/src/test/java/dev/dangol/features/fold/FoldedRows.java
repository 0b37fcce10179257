package dev.dangol.features.fold;

import dev.dangol.table.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/** Rows of one customer, folded without Spark. */
public final class FoldedRows {
  private final int asOf;
  private final List<Consumer<CustomerAccumulator>> purchases = new ArrayList<>();
  private final List<Consumer<CustomerAccumulator>> events = new ArrayList<>();

  public FoldedRows(LocalDate asOf) {
    this.asOf = (int) asOf.toEpochDay();
  }

  public void buy(String day, String category, String product) {
    buy(GivenLine.on(day).about(category, product));
  }

  public void buy(PurchaseLine line) {
    purchases.add(to -> to.purchase(line));
  }

  public void giveBack(PurchaseLine line) {
    purchases.add(to -> to.refund(line));
  }

  public void deliver(DeliveredLine line) {
    purchases.add(to -> to.delivery(line));
  }

  public void rate(CustomerReview review) {
    events.add(to -> to.review(review));
  }

  public void talk(FoldedSource source, TalkRow row) {
    events.add(to -> to.talk(source, row));
  }

  public void happen(String day, int kind, String channel) {
    happen(day, kind, channel, 0);
  }

  public void happen(String day, int kind, String channel, long matches) {
    events.add(to -> to.event(new GivenEvent(on(day), kind, text(channel), matches)));
  }

  /** The customer's measures; texts and maps as Java has them. */
  public Map<Field, Object> of(FoldedFamily family) {
    CustomerAccumulator accumulator = family.open(asOf);
    return measures(family, accumulator, true);
  }

  /** The measures of a customer without rows, who comes after this one. */
  public Map<Field, Object> twice(FoldedFamily family) {
    CustomerAccumulator accumulator = family.open(asOf);
    measures(family, accumulator, true);
    return measures(family, accumulator, false);
  }

  private Map<Field, Object> measures(
      FoldedFamily family, CustomerAccumulator accumulator, boolean present) {
    accumulator.begin();
    if (present) {
      purchases.forEach(line -> line.accept(accumulator));
      events.forEach(event -> event.accept(accumulator));
    }
    FoldedCells cells = new FoldedCells(family.fields().size() + 1, text("customer"));
    accumulator.end(cells);
    cells.row();
    Map<Field, Object> measures = new LinkedHashMap<>();
    for (int place = 0; place < family.fields().size(); place++) {
      measures.put(family.fields().get(place), plain(cells.measures()[place]));
    }
    return measures;
  }

  private static Object plain(Object cell) {
    if (!(cell instanceof ArrayBasedMapData map)) {
      return cell instanceof UTF8String text ? text.toString() : cell;
    }
    Map<String, Object> entries = new TreeMap<>();
    for (int place = 0; place < map.numElements(); place++) {
      String key = map.keyArray().getUTF8String(place).toString();
      entries.put(key, ((GenericArrayData) map.valueArray()).array()[place]);
    }
    return entries;
  }

  private static int on(String day) {
    return (int) LocalDate.parse(day).toEpochDay();
  }

  private static UTF8String text(String text) {
    return UTF8String.fromString(text);
  }

  private record GivenEvent(int day, int kind, UTF8String channel, long matches)
      implements EngagementEvent {}
}
