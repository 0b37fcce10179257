package dev.dangol.features.custom;

import dev.dangol.config.CustomFeature;
import dev.dangol.features.fold.CustomerAccumulator;
import dev.dangol.features.fold.EngagementEvent;
import dev.dangol.features.fold.FoldedCells;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.fold.PurchaseLine;
import dev.dangol.table.Field;
import dev.dangol.table.results.CustomColumns;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Configured features of a customer. Rows come with a bit for each feature of their source, set
 * where its predicate is true.
 *
 * @param ofPurchases the features of purchases, in the order of their bits
 * @param ofEvents the features of engagement, in the order of their bits
 */
public record CustomFold(List<CustomFeature> ofPurchases, List<CustomFeature> ofEvents)
    implements FoldedFamily {
  public CustomFold {
    ofPurchases = List.copyOf(ofPurchases);
    ofEvents = List.copyOf(ofEvents);
  }

  @Override
  public List<Field> fields() {
    return List.of(CustomColumns.VALUES);
  }

  @Override
  public CustomerAccumulator open(int asOf) {
    return new CustomAccumulator(sums(ofPurchases, asOf), sums(ofEvents, asOf));
  }

  private static List<CustomSum> sums(List<CustomFeature> features, int asOf) {
    return features.stream().map(feature -> new CustomSum(feature, asOf)).toList();
  }

  /** Accumulator of all configured features. */
  private static final class CustomAccumulator implements CustomerAccumulator {
    private final List<CustomSum> purchases;
    private final List<CustomSum> events;

    CustomAccumulator(List<CustomSum> purchases, List<CustomSum> events) {
      this.purchases = purchases;
      this.events = events;
    }

    @Override
    public void begin() {
      purchases.forEach(CustomSum::clear);
      events.forEach(CustomSum::clear);
    }

    @Override
    public void purchase(PurchaseLine line) {
      add(line);
    }

    @Override
    public void refund(PurchaseLine line) {
      add(line);
    }

    private void add(PurchaseLine line) {
      long matches = line.matches();
      for (int place = 0; place < purchases.size(); place++) {
        purchases.get(place).add(line, isSet(matches, place));
      }
    }

    @Override
    public void event(EngagementEvent event) {
      long matches = event.matches();
      for (int place = 0; place < events.size(); place++) {
        events.get(place).add(event.day(), isSet(matches, place));
      }
    }

    private static boolean isSet(long bits, int place) {
      return (bits >> place & 1) != 0;
    }

    @Override
    public void end(FoldedCells cells) {
      Map<UTF8String, Double> values = new TreeMap<>();
      purchases.forEach(sum -> sum.end(values));
      events.forEach(sum -> sum.end(values));
      cells.numbers(values);
    }
  }
}
