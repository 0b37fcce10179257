package dev.dangol.sample.people;

import java.time.LocalDateTime;

/**
 * Customer of the sample shop, as planted.
 *
 * @param number their number, from 0
 * @param traits how they behave
 * @param signedUp the moment they signed up, in days since the start of the period
 * @param firstOrder the moment of their first order; after the end of the period where they never
 *     bought
 * @param evening 0 for a morning person, 1 for an evening person
 * @param byFriend true where another customer brought them
 */
public record SampleShopper(
    long number,
    ShopperKind kind,
    ShopperTraits traits,
    double signedUp,
    double firstOrder,
    double evening,
    boolean byFriend) {
  private static final int DIGITS = 7;
  private static final double EARLY = 1.2;

  static SampleShopper of(long number, ShopperKind kind, SeededDraws draws) {
    ShopperPresence presence = kind.behaviour.presence();
    ShopperTraits traits = ShopperTraits.of(kind.behaviour, draws);
    double signedUp =
        kind == ShopperKind.WHOLESALER ? 0 : SamplePeriod.DAYS * Math.pow(draws.uniform(), EARLY);
    double firstOrder = signedUp + draws.exponential(presence.decisionDays());
    double evening = draws.uniform();
    boolean byFriend = draws.chance(presence.broughtByFriend());
    return new SampleShopper(number, kind, traits, signedUp, firstOrder, evening, byFriend);
  }

  /** The share of all customers who sign up on this day of the period: more of them early. */
  public static double signUpShare(int day) {
    return Math.pow((day + 1) / SamplePeriod.DAYS, 1 / EARLY)
        - Math.pow(day / SamplePeriod.DAYS, 1 / EARLY);
  }

  public String id() {
    return "C" + code();
  }

  /** Their number with leading zeros, for everything that is numbered after them. */
  public String code() {
    String digits = Long.toString(number);
    return "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
  }

  public LocalDateTime at(double day) {
    return SamplePeriod.at(day, evening);
  }

  public boolean bought() {
    return firstOrder < SamplePeriod.DAYS;
  }

  public boolean ideal() {
    return kind.ideal(traits);
  }

  public ShopperBehaviour behaviour() {
    return kind.behaviour;
  }
}
