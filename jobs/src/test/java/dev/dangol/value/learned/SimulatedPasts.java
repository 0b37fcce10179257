package dev.dangol.value.learned;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/** Customers of invented shops over 1,100 days, by id; the ids have nothing to do with them. */
public final class SimulatedPasts {
  /** The days that are invented. */
  public static final int DAYS = 1_100;

  private static final int YEAR = 365;

  private SimulatedPasts() {}

  /** Way of buying: net sales by day. */
  public interface BuyingHabit {
    NavigableMap<Integer, Double> days(Random random);
  }

  /** So many customers with a habit. */
  public static Map<String, CustomerPast> of(BuyingHabit habit, int customers, long seed) {
    Random random = new Random(seed);
    Map<String, CustomerPast> pasts = new TreeMap<>();
    for (int i = 0; i < customers; i++) {
      CustomerPast past = new CustomerPast();
      habit.days(random).forEach((day, net) -> past.add(new DayTotal(day, net, true)));
      pasts.put("%08x".formatted(i * 2_654_435_761L % 4_294_967_296L), past);
    }
    return pasts;
  }

  /** Purchases on any day with the same small probability for everyone: the past says nothing. */
  public static NavigableMap<Integer, Double> independent(Random random) {
    NavigableMap<Integer, Double> days = new TreeMap<>();
    for (int day = 0; day < DAYS; day++) {
      if (day == 0 || random.nextDouble() < 0.01) {
        days.put(day, Math.exp(3 + 0.8 * random.nextGaussian()));
      }
    }
    return days;
  }

  /** Purchases in one month of the year that is the customer's own, larger ones by some. */
  public static NavigableMap<Integer, Double> seasonal(Random random) {
    NavigableMap<Integer, Double> days = new TreeMap<>();
    int month = random.nextInt(12);
    double mean = Math.exp(3 + 0.7 * random.nextGaussian());
    for (int start = 30 * month; start < DAYS; start += YEAR) {
      for (int order = random.nextInt(4); order >= 0; order--) {
        int day = start + random.nextInt(30);
        if (day < DAYS) {
          days.merge(day, mean * Math.exp(0.4 * random.nextGaussian()), Double::sum);
        }
      }
    }
    return days;
  }
}
