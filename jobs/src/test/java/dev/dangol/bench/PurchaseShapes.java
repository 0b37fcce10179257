package dev.dangol.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Purchases of businesses that buy by other rules than the sample shop: the data sets of {@link
 * RankBench} that nobody can have tuned for. A shape and a seed always give the same purchases. Two
 * years each, from 2024-01-01 to 2025-12-31; the only columns are the customer, the day and the
 * amount.
 */
enum PurchaseShapes {
  /**
   * Plans of three prices, paid about every 30 days until they are cancelled; some come back, and
   * extras are bought now and then.
   */
  SUBSCRIPTION(3_000) {
    @Override
    void buy(PurchaseLine line, Random random) {
      double price = List.of(9.0, 19.0, 49.0).get(random.nextInt(3));
      double leaving = 0.01 + 0.12 * random.nextDouble() * random.nextDouble();
      double extras = 0.2 * random.nextDouble();
      double day = 600 * random.nextDouble();
      while (day < DAYS) {
        line.add(day, price);
        if (random.nextDouble() < extras) {
          line.add(day + 1 + random.nextInt(20), 5 + 40 * random.nextDouble());
        }
        boolean leaves = random.nextDouble() < leaving;
        boolean returns = random.nextDouble() < 0.25;
        day += leaves && !returns ? DAYS : (leaves ? 150 : 30) + random.nextInt(3) - 1;
      }
    }
  },

  /**
   * Gifts: two seasons a year hold most purchases, each customer has a season of their own, and
   * what they spend is spread widely.
   */
  SEASONAL(4_000) {
    @Override
    void buy(PurchaseLine line, Random random) {
      double level = Math.exp(3.5 + 0.8 * random.nextGaussian());
      double rate = gamma(0.8, random) * 2.5;
      boolean winter = random.nextDouble() < 0.7;
      double life = -900 * Math.log(1 - random.nextDouble());
      double first = season(random.nextInt(2), winter, random);
      line.add(first, level * Math.exp(0.5 * random.nextGaussian()));
      for (int order = poisson(2 * rate, random); order > 0; order--) {
        boolean inSeason = random.nextDouble() < 0.75;
        double day =
            inSeason ? season(random.nextInt(2), winter, random) : DAYS * random.nextDouble();
        if (day > first && day < first + life) {
          line.add(day, level * Math.exp(0.5 * random.nextGaussian()));
        }
      }
    }
  },

  /**
   * Wholesale: nobody leaves, some order often and most do not, and the tail of what an order is
   * worth is heavy, from customer to customer and from order to order.
   */
  WHOLESALE(2_000) {
    @Override
    void buy(PurchaseLine line, Random random) {
      double level = Math.exp(5 + 1.1 * random.nextGaussian());
      double rate = gamma(0.7, random) / 45 + 0.001;
      double day = 300 * random.nextDouble();
      while (day < DAYS) {
        double tail = Math.pow(1 - random.nextDouble(), -1 / 2.5);
        line.add(day, level * tail * Math.exp(0.4 * random.nextGaussian()));
        day -= Math.log(1 - random.nextDouble()) / rate;
      }
    }
  },

  /** Groceries of a fixed price: every order is worth 1, weekly rhythms, holidays and leaving. */
  GROCERY(2_000) {
    @Override
    void buy(PurchaseLine line, Random random) {
      double mean = 4 + gamma(1.2, random) * 20;
      double leaving = 0.004 + 0.04 * random.nextDouble();
      double day = 500 * random.nextDouble() * random.nextDouble();
      while (day < DAYS) {
        line.add(day, 1);
        boolean leaves = random.nextDouble() < leaving;
        boolean away = random.nextDouble() < 0.01;
        day += leaves ? DAYS : Math.max(1, gamma(3, random) * mean / 3) + (away ? 60 : 0);
      }
    }
  };

  /** The days that are generated. */
  static final int DAYS = 731;

  private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
  private final int customers;

  PurchaseShapes(int customers) {
    this.customers = customers;
  }

  /** Adds the purchases of one customer. */
  abstract void buy(PurchaseLine line, Random random);

  /** Takes a purchase: days since the first day, and its amount. */
  interface PurchaseLine {
    void add(double day, double amount);
  }

  /** Writes purchases.csv and dangol.conf below the folder; returns the configuration. */
  Path write(Path folder, long seed) throws IOException {
    Files.createDirectories(folder);
    try (BufferedWriter out =
        Files.newBufferedWriter(folder.resolve("purchases.csv"), StandardCharsets.UTF_8)) {
      out.write("customer,day,amount\n");
      for (String line : lines(seed)) {
        out.write(line);
      }
    }
    String name = name().toLowerCase(Locale.ROOT);
    return Files.writeString(
        folder.resolve("dangol.conf"),
        """
        dangol {
          as-of = 2025-12-31, time-zone = UTC, currency = EUR
          warehouse.path = "%1$s/warehouse", report.directory = "%1$s/report"
          sources.purchases {
            format = csv, path = "%1$s/purchases.csv", options { header = true }
            columns { customer_id = customer, purchased_at = "to_timestamp(day, 'yyyy-MM-dd')",
              net_amount = amount, category = "'%2$s'", currency = "'EUR'" }
          }
        }
        """
            .formatted(folder.toAbsolutePath(), name));
  }

  private List<String> lines(long seed) {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int number = 0; number < customers; number++) {
      String customer = "C%05d".formatted(number);
      buy(
          (day, amount) -> {
            if (day < DAYS) {
              lines.add("%s,%s,%.2f\n".formatted(customer, FIRST.plusDays((long) day), amount));
            }
          },
          random);
    }
    return lines;
  }

  /** A day around Christmas, or around the end of June. */
  private static double season(int year, boolean winter, Random random) {
    return 365 * year + (winter ? 345 : 175) + 10 * random.nextGaussian();
  }

  private static int poisson(double mean, Random random) {
    int count = 0;
    double time = -Math.log(1 - random.nextDouble());
    while (time < mean) {
      count++;
      time -= Math.log(1 - random.nextDouble());
    }
    return count;
  }

  /** A gamma number of scale 1 (Marsaglia and Tsang, 2000). */
  private static double gamma(double shape, Random random) {
    if (shape < 1) {
      return gamma(shape + 1, random) * Math.pow(1 - random.nextDouble(), 1 / shape);
    }
    double least = shape - 1.0 / 3;
    double width = 1 / Math.sqrt(9 * least);
    while (true) {
      double normal = random.nextGaussian();
      double cube = Math.pow(1 + width * normal, 3);
      if (cube > 0
          && Math.log(1 - random.nextDouble())
              < 0.5 * normal * normal + least - least * cube + least * Math.log(cube)) {
        return least * cube;
      }
    }
  }
}
