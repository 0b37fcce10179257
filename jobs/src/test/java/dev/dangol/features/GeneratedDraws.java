package dev.dangol.features;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random draws of a generated shop: people, moments and amounts. The same for the same seed. */
final class GeneratedDraws {
  private static final Instant OPENED = Instant.parse("2024-11-20T05:00:00Z");
  private static final long OPEN_MILLIS = Duration.ofDays(380).toMillis();

  private static final BigDecimal LARGEST = new BigDecimal("98765432109876.5432");

  /** Many customers have many of them, which must add up to less than 922 trillion. */
  private static final BigDecimal LARGE = new BigDecimal("1234567890123.4567");

  private final SplittableRandom random;

  /** Apart, so that all else is drawn as it is without it. */
  private final SplittableRandom spoken;

  private final int customers;
  private final List<Instant> edges;

  GeneratedDraws(long seed, int customers, List<LocalDate> days, List<Integer> windows, ZoneId z) {
    this.random = new SplittableRandom(seed);
    this.spoken = new SplittableRandom(seed + 1);
    this.customers = customers;
    this.edges = edges(days, windows, z);
  }

  int customers() {
    return customers;
  }

  String someone() {
    return "c" + random.nextInt(customers);
  }

  /** An act of a person, and its moment. */
  record Act(String who, Timestamp at) {}

  /** Sometimes the one before again, so that two happen at one moment; sometimes a stranger's. */
  Act act(Act before) {
    if (before != null && chance(15)) {
      return before;
    }
    return new Act(chance(20) ? "heavy" : chance(4) ? "nobody" : someone(), moment());
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** Some of which many customers have bought, sometimes none. */
  String product() {
    return chance(80) ? "제품" + below(12) : null;
  }

  /** The product, or one of a customer's own, which hardly any other customer mentions. */
  String spokenOf(String who, String product) {
    if (spoken.nextInt(100) < 70) {
      return product;
    }
    return "only " + (spoken.nextInt(100) < 60 ? who : "c" + spoken.nextInt(customers));
  }

  /** The same, of a product that is drawn with it. */
  String spokenOf(String who) {
    return spokenOf(who, spoken.nextInt(100) < 80 ? "제품" + spoken.nextInt(12) : null);
  }

  /** From nothing to just below that many. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T one(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  BigDecimal amount() {
    int kind = random.nextInt(20);
    if (kind == 0) {
      return new BigDecimal("0.0000");
    }
    if (kind == 1) {
      return customers > 100 ? LARGE : LARGEST;
    }
    BigDecimal amount = BigDecimal.valueOf(random.nextLong(1_000_000), kind < 12 ? 2 : 4);
    return kind == 2 ? amount.negate() : amount;
  }

  Timestamp moment() {
    Instant at =
        chance(15)
            ? edges.get(random.nextInt(edges.size()))
            : OPENED.plusMillis(random.nextLong(OPEN_MILLIS));
    return Timestamp.from(at);
  }

  /** A moment some hours later, sometimes null, sometimes the very same one. */
  Timestamp later(Timestamp at, int hours, int percent) {
    if (!chance(percent)) {
      return null;
    }
    return chance(10)
        ? at
        : Timestamp.from(at.toInstant().plus(Duration.ofMinutes(random.nextLong(60L * hours))));
  }

  Timestamp arrival(Timestamp at) {
    return later(at, 60 * 24, 20);
  }

  /** The first and the last millisecond of every as-of day and of every window. */
  private static List<Instant> edges(List<LocalDate> days, List<Integer> windows, ZoneId zone) {
    List<Instant> edges = new ArrayList<>();
    for (LocalDate day : days) {
      edges.add(day.plusDays(1).atStartOfDay(zone).toInstant());
      for (int window : windows) {
        edges.add(day.minusDays(window - 1).atStartOfDay(zone).toInstant());
      }
    }
    List<Instant> before = edges.stream().map(edge -> edge.minusMillis(1)).toList();
    edges.addAll(before);
    return edges;
  }

  /**
   * The name of an order that is not there, or of whatever was bought without one on a day by then.
   */
  String lost(List<Timestamp> moments, Timestamp refunded) {
    List<Timestamp> before = moments.stream().filter(moment -> !moment.after(refunded)).toList();
    return chance(50)
        ? "lost"
        : "day " + one(before).toInstant().atZone(GeneratedShop.ZONE).toLocalDate();
  }
}
