package dev.dangol.features.voice;

import dev.dangol.features.fold.CustomerAccumulator;
import dev.dangol.features.fold.EngagementEvent;
import dev.dangol.features.fold.FoldedCells;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.fold.WindowRings;
import dev.dangol.table.Field;
import dev.dangol.table.features.EventColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Events of a customer by channel and window. Those without a channel, and channels without an
 * event, are left out.
 *
 * @param windows in days
 */
record ChannelFold(List<Integer> windows) implements FoldedFamily {
  ChannelFold {
    windows = List.copyOf(windows);
  }

  @Override
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>(List.of(EventColumns.EVENTS_BY_CHANNEL));
    windows.forEach(window -> fields.add(EventColumns.eventsByChannel(window)));
    return fields;
  }

  @Override
  public CustomerAccumulator open(int asOf) {
    return new ChannelAccumulator(windows, new WindowRings(asOf, windows));
  }

  /** Accumulator of events by channel and ring; a customer has few channels. */
  private static final class ChannelAccumulator implements CustomerAccumulator {
    private final List<Integer> windows;
    private final WindowRings rings;
    private final Map<UTF8String, long[]> counts = new TreeMap<>();

    ChannelAccumulator(List<Integer> windows, WindowRings rings) {
      this.windows = windows;
      this.rings = rings;
    }

    @Override
    public void begin() {
      counts.clear();
    }

    @Override
    public void event(EngagementEvent event) {
      UTF8String channel = event.channel();
      if (channel == null) {
        return;
      }
      long[] known = counts.get(channel);
      if (known == null) {
        known = new long[rings.size()];
        counts.put(channel.copy(), known);
      }
      known[rings.of(event.day())]++;
    }

    @Override
    public void end(FoldedCells cells) {
      cells.counts(some(known -> rings.sum(known, 0)));
      windows.forEach(window -> cells.counts(some(known -> rings.sum(known, 0, window))));
    }

    private Map<UTF8String, Long> some(ToLongFunction<long[]> count) {
      Map<UTF8String, Long> some = new TreeMap<>();
      counts.forEach(
          (channel, known) -> {
            if (count.applyAsLong(known) > 0) {
              some.put(channel, count.applyAsLong(known));
            }
          });
      return some;
    }
  }
}
