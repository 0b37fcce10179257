package dev.dangol.features.purchases;

import dev.dangol.config.RivalSettings;
import dev.dangol.features.fold.CustomerAccumulator;
import dev.dangol.features.fold.FoldedCells;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.fold.PurchaseLine;
import dev.dangol.table.Field;
import dev.dangol.table.features.RivalColumns;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.unsafe.types.UTF8String;

/** Purchase days of a customer in the campaigns of rivals, and in as many days before each. */
record RivalFold(List<RivalSettings> rivals) implements FoldedFamily {
  /** Customers who bought in so many days before a campaign can be kept or lost in it. */
  static final int KNOWN_DAYS = 365;

  RivalFold {
    rivals = List.copyOf(rivals);
  }

  @Override
  public List<Field> fields() {
    return RivalColumns.FEATURES;
  }

  @Override
  public CustomerAccumulator open(int asOf) {
    return new RivalAccumulator(
        rivals.stream()
            .filter(rival -> rival.to().toEpochDay() <= asOf)
            .map(RivalSpans::new)
            .toList());
  }

  /** Span of a campaign and the one before it, with the purchase days in and before each. */
  private static final class RivalSpans {
    private final UTF8String name;
    private final Set<UTF8String> categories;
    private final int from;
    private final int to;
    private final int matched;
    private final Set<Integer> days = new HashSet<>();

    RivalSpans(RivalSettings rival) {
      this.name = UTF8String.fromString(rival.name());
      this.categories =
          rival.categories().stream().map(UTF8String::fromString).collect(Collectors.toSet());
      this.from = Math.toIntExact(rival.from().toEpochDay());
      this.to = Math.toIntExact(rival.to().toEpochDay());
      this.matched = from - (to - from + 1);
    }

    void add(PurchaseLine line) {
      boolean offered =
          categories.isEmpty() || (line.category() != null && categories.contains(line.category()));
      if (offered && line.day() <= to && line.day() >= matched - KNOWN_DAYS) {
        days.add(line.day());
      }
    }

    /** Notes the days from one day to another, where the customer was known before them. */
    void note(Map<UTF8String, Long> counts, int first, int last) {
      if (count(first - KNOWN_DAYS, first - 1) > 0) {
        counts.put(name, count(first, last));
      }
    }

    private long count(int first, int last) {
      return days.stream().filter(day -> day >= first && day <= last).count();
    }
  }

  /** Accumulator of purchase days, none of them outside of the spans. */
  private static final class RivalAccumulator implements CustomerAccumulator {
    private final List<RivalSpans> spans;

    RivalAccumulator(List<RivalSpans> spans) {
      this.spans = spans;
    }

    @Override
    public void begin() {
      spans.forEach(span -> span.days.clear());
    }

    @Override
    public void purchase(PurchaseLine line) {
      spans.forEach(span -> span.add(line));
    }

    @Override
    public void end(FoldedCells cells) {
      Map<UTF8String, Long> bought = new TreeMap<>();
      Map<UTF8String, Long> matched = new TreeMap<>();
      for (RivalSpans span : spans) {
        span.note(bought, span.from, span.to);
        span.note(matched, span.matched, span.from - 1);
      }
      cells.counts(bought);
      cells.counts(matched);
      if (bought.isEmpty()) {
        cells.none();
      } else {
        long kept = bought.values().stream().filter(days -> days > 0).count();
        cells.number((double) kept / bought.size());
      }
    }
  }
}
