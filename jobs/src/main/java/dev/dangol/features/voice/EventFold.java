package dev.dangol.features.voice;

import dev.dangol.features.fold.CustomerAccumulator;
import dev.dangol.features.fold.EngagementEvent;
import dev.dangol.features.fold.FoldedCells;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.fold.PurchaseLine;
import dev.dangol.features.fold.WindowRings;
import dev.dangol.table.Field;
import dev.dangol.table.features.EventColumns;
import dev.dangol.table.features.FeatureColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Events of a customer: by kind and window, on how many days, and before the first purchase.
 *
 * @param windows in days
 */
record EventFold(List<Integer> windows) implements FoldedFamily {
  private static final int KINDS = EventColumns.KINDS.size();

  EventFold {
    windows = List.copyOf(windows);
  }

  /** The counts, 0 for a customer without an event. */
  List<Field> counts() {
    List<Field> fields = new ArrayList<>(List.of(FeatureColumns.EVENTS_LIFETIME));
    for (int window : windows) {
      fields.add(EventColumns.events(window));
      fields.add(EventColumns.activeDays(window));
    }
    for (Field kind : EventColumns.KINDS.keySet()) {
      fields.add(kind);
      windows.forEach(window -> fields.add(EventColumns.kind(kind, window)));
    }
    return fields;
  }

  /** The measures that need an event. */
  static List<Field> others() {
    return List.of(
        FeatureColumns.DAYS_SINCE_LAST_EVENT,
        EventColumns.FIRST_EVENT_ON,
        EventColumns.TOUCHES_TO_FIRST_ORDER);
  }

  @Override
  public List<Field> fields() {
    List<Field> fields = counts();
    fields.addAll(others());
    return fields;
  }

  @Override
  public CustomerAccumulator open(int asOf) {
    return new EventAccumulator(windows, asOf);
  }

  /** Accumulator of events: those of each kind, and after the last kind all of them, by ring. */
  private static final class EventAccumulator implements CustomerAccumulator {
    private final List<Integer> windows;
    private final int asOf;
    private final WindowRings rings;
    private final ActiveDays active;
    private final long[] counts;
    private int bought;
    private int first;
    private int last;
    private long before;

    EventAccumulator(List<Integer> windows, int asOf) {
      this.windows = windows;
      this.asOf = asOf;
      this.rings = new WindowRings(asOf, windows);
      this.active = new ActiveDays(windows);
      this.counts = new long[(KINDS + 1) * rings.size()];
    }

    @Override
    public void begin() {
      Arrays.fill(counts, 0);
      active.clear();
      bought = Integer.MAX_VALUE;
      first = Integer.MAX_VALUE;
      last = Integer.MIN_VALUE;
      before = 0;
    }

    @Override
    public void purchase(PurchaseLine line) {
      bought = Math.min(bought, line.day());
    }

    @Override
    public void event(EngagementEvent event) {
      int day = event.day();
      int ring = rings.of(day);
      counts[KINDS * rings.size() + ring]++;
      if (event.kind() != EngagementEvent.NO_KIND) {
        counts[event.kind() * rings.size() + ring]++;
      }
      active.mark(asOf - day);
      first = Math.min(first, day);
      last = Math.max(last, day);
      if (day < bought) {
        before++;
      }
    }

    @Override
    public void end(FoldedCells cells) {
      int all = KINDS * rings.size();
      cells.count(rings.sum(counts, all));
      for (int window : windows) {
        cells.count(rings.sum(counts, all, window));
        cells.count(active.count(window));
      }
      for (int kind = 0; kind < KINDS; kind++) {
        cells.count(rings.sum(counts, kind * rings.size()));
        for (int window : windows) {
          cells.count(rings.sum(counts, kind * rings.size(), window));
        }
      }
      if (first > last) {
        others().forEach(field -> cells.none());
      } else {
        cells.count(asOf - last);
        cells.day(first);
        cells.count(before);
      }
    }
  }
}
