package dev.dangol.sample.people;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * One customer's card of the points programme, if they have one. Everyone is asked when they sign
 * up and with each of their first orders, and says yes with the same chance, whoever they are and
 * whatever they will buy: joining does nothing, and depends on nothing but what was before it. They
 * collect one hundredth of what they pay, spend it now and then, and are given something on joining
 * and every year. The cold may hand the card back.
 */
public final class PointsCard {
  private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final double JOINS_ON_SIGNING_UP = 0.1;
  private static final double JOINS_WITH_ORDER = 0.3;
  private static final int FIRST_ORDERS = 3;
  private static final double REDEEMED_SHARE = 0.35;
  private static final long FEWEST_REDEEMED = 3_000;
  private static final long WELCOME = 2_000;
  private static final long EVERY_YEAR = 5_000;
  private static final double YEAR = 365;
  private static final double HANDED_BACK = 0.12;

  private final SampleShopper shopper;
  private final SeededDraws draws;
  private final ShopperOrders history;
  private final List<Row> rows = new ArrayList<>();
  private double yearlyFrom;
  private long balance;

  public PointsCard(ShopPopulation shop, SampleShopper shopper) {
    this.shopper = shopper;
    this.draws = shop.draws(shopper.number(), SeededDraws.DrawPurpose.LOYALTY);
    this.history = ShopperOrders.of(shop, shopper);
  }

  private enum PointsMovement {
    JOIN("가입"),
    EARN("적립"),
    REDEEM("사용"),
    BENEFIT("혜택"),
    LEAVE("탈퇴");

    private final String label;

    PointsMovement(String label) {
      this.label = label;
    }
  }

  /** The card's movements, as rows of the till system's file; none without a card. */
  public List<Row> movements() {
    joined().ifPresent(this::collect);
    return rows;
  }

  private void collect(double joined) {
    double handedBack = draws.between(joined, SamplePeriod.DAYS);
    boolean leaves = draws.chance(HANDED_BACK * (1 - shopper.traits().warmth()));
    use(joined, leaves ? handedBack : SamplePeriod.DAYS);
    if (leaves) {
      move(shopper.at(handedBack), PointsMovement.LEAVE, 0);
    }
  }

  private OptionalDouble joined() {
    if (draws.chance(JOINS_ON_SIGNING_UP)) {
      return OptionalDouble.of(shopper.signedUp());
    }
    return history.orders().stream()
        .limit(FIRST_ORDERS)
        .filter(order -> draws.chance(JOINS_WITH_ORDER))
        .mapToDouble(ShopOrder::day)
        .findFirst();
  }

  private void use(double joined, double until) {
    move(shopper.at(joined), PointsMovement.JOIN, 0);
    move(shopper.at(joined), PointsMovement.BENEFIT, WELCOME);
    yearlyFrom = joined + YEAR;
    for (ShopOrder order : history.orders()) {
      if (order.day() >= joined && order.day() < until) {
        yearly(order.day());
        buy(order);
      }
    }
    yearly(until);
  }

  private void yearly(double until) {
    while (yearlyFrom < until) {
      move(shopper.at(yearlyFrom), PointsMovement.BENEFIT, EVERY_YEAR);
      yearlyFrom += YEAR;
    }
  }

  private void buy(ShopOrder order) {
    long paid = order.lines().stream().mapToLong(OrderLine::net).sum();
    long spent = Math.min(balance, paid) / 100 * 100;
    if (draws.chance(REDEEMED_SHARE) && spent >= FEWEST_REDEEMED) {
      move(order.at(), PointsMovement.REDEEM, -spent);
    }
    move(order.at(), PointsMovement.EARN, Math.round(paid / 100.0));
  }

  private void move(LocalDateTime at, PointsMovement movement, long points) {
    balance += points;
    rows.add(
        RowFactory.create(
            "P" + shopper.code() + "-" + (rows.size() + 1),
            "L-" + shopper.id(),
            at.format(DIGITS),
            movement.label,
            points));
  }
}
