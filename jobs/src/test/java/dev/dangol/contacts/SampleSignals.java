package dev.dangol.contacts;

import dev.dangol.contacts.CustomerSignal.SignalSubject;
import dev.dangol.contacts.CustomerSignal.SignalTimes;
import dev.dangol.sample.people.EngagementTrail;
import dev.dangol.sample.people.OrderLine;
import dev.dangol.sample.people.SamplePeriod;
import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.ShopMailing;
import dev.dangol.sample.people.ShopOrder;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.sample.people.ShopperOrders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;

/** Signals of the sample shop's customers, made without Spark: messages, looks and purchases. */
final class SampleSignals {
  private static final Map<String, SignalKind> RESPONSES =
      Map.of("OPEN", SignalKind.OPEN, "CLICK", SignalKind.CLICK);
  private static final Set<String> LOOKS = Set.of("VIEW", "SEARCH", "COMPARE", "CART", "CHECKOUT");
  private static final SignalTimes NONE = GivenContacts.UNANSWERED;

  private final List<CustomerSignal> signals = new ArrayList<>();

  private SampleSignals() {}

  /** All of a customer's, in order of time. */
  static List<CustomerSignal> of(ShopPopulation shop, SampleShopper shopper) {
    SampleSignals made = new SampleSignals();
    new ShopMailing(shop, shopper).messages().forEach(made::addMessage);
    new EngagementTrail(shop, shopper).events().forEach(made::addEvent);
    ShopperOrders.of(shop, shopper).orders().forEach(made::addOrder);
    made.signals.sort(
        Comparator.comparingLong(CustomerSignal::at)
            .thenComparing(CustomerSignal::kind)
            .thenComparing(CustomerSignal::id));
    return made.signals;
  }

  private void addMessage(Row row) {
    Row acts = row.getStruct(8);
    SignalTimes times =
        new SignalTimes(
            time(acts, 0), time(acts, 1), time(acts, 2), 9, 0, !acts.isNullAt(3), false);
    SignalSubject subject =
        new SignalSubject(
            row.getString(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getString(6));
    long at = row.getLong(7) * FoldRules.SECOND;
    long cost = row.getDecimal(9).movePointRight(4).longValueExact();
    signals.add(new CustomerSignal(SignalKind.SEND, at, row.getString(0), subject, times, cost));
  }

  private void addEvent(Row row) {
    String action = row.getString(2);
    boolean looks = LOOKS.contains(action) && !row.isNullAt(8);
    boolean responds = RESPONSES.containsKey(action) && !row.isNullAt(9);
    if (!row.isNullAt(3) && (looks || responds)) {
      SignalSubject subject =
          new SignalSubject(null, row.getString(9), null, null, row.getString(8));
      SignalKind kind = looks ? SignalKind.LOOK : RESPONSES.get(action);
      add(kind, row.getLong(1) * 1000, row.getString(0), subject, NONE);
    }
  }

  private void addOrder(ShopOrder order) {
    long at = SamplePeriod.seconds(order.at()) * FoldRules.SECOND;
    for (OrderLine line : order.lines()) {
      SignalSubject subject =
          new SignalSubject(null, null, null, null, line.product().category().label);
      add(SignalKind.PURCHASE, at, order.id(), subject, NONE);
    }
  }

  private void add(SignalKind kind, long at, String id, SignalSubject subject, SignalTimes times) {
    signals.add(new CustomerSignal(kind, at, id, subject, times));
  }

  private static long time(Row acts, int place) {
    return acts.isNullAt(place) ? CustomerSignal.NEVER : acts.getLong(place) * FoldRules.SECOND;
  }
}
