package dev.dangol.sample.people;

import java.util.List;
import java.util.Locale;

/**
 * A planted kind of customer: how many there are, and how they behave on average. The kinds overlap
 * on purpose: single customers vary around the means given here.
 */
@SuppressWarnings("ImmutableEnumChecker")
public // does not see that records of values are immutable
enum ShopperKind {
  CASUAL(
      0.34,
      new ShopperPersona("30대", "회사원", ProductCategory.HOME, "2인"),
      new ShopperBehaviour(
          new BuyingHabits(4.5, 0.13, 1.4, 0.12, 0.35, 0.15, 0.03),
          new ShopperOpinion(0.06, 3.9, 0.8, 1),
          new ShopperPresence(20, 2.5, 0.6, 0.15, 0.01, 0.08))),
  REGULAR(
      0.12,
      new ShopperPersona("40대", "전문직", ProductCategory.COFFEE, "자녀 있음"),
      new ShopperBehaviour(
          new BuyingHabits(13, 0.012, 1.6, 0.25, 0.12, 0.1, 0.012),
          new ShopperOpinion(0.17, 4.4, 0.6, 2),
          new ShopperPresence(7, 2.5, 1.6, 0.4, 0.08, 0.18))),
  ADVOCATE(
      0.06,
      new ShopperPersona("30대", "프리랜서", ProductCategory.OUTDOOR, "자녀 있음"),
      new ShopperBehaviour(
          new BuyingHabits(10, 0.015, 1.5, 0.25, 0.15, 0.12, 0.015),
          new ShopperOpinion(0.42, 4.6, 0.5, 3),
          new ShopperPresence(6, 3, 2.6, 0.6, 0.6, 0.25))),
  BARGAIN_HUNTER(
      0.13,
      new ShopperPersona("20대", "학생", ProductCategory.STATIONERY, "1인"),
      new ShopperBehaviour(
          new BuyingHabits(6, 0.07, 1.9, 0.05, 0.85, 0.32, 0.05),
          new ShopperOpinion(0.07, 3.6, 0.9, 1),
          new ShopperPresence(35, 4, 1.3, 0.2, 0.03, 0.04))),
  ONE_AND_DONE(
      0.14,
      new ShopperPersona("50대", "자영업", ProductCategory.KITCHEN, "2인"),
      new ShopperBehaviour(
          new BuyingHabits(4, 0.95, 1.2, 0.15, 0.45, 0.18, 0.1),
          new ShopperOpinion(0.07, 3.0, 1.1, 1),
          new ShopperPresence(15, 3, 0.3, 0.08, 0.003, 0.06))),
  HABIT_ONLY(
      0.07,
      new ShopperPersona("50대", "회사원", ProductCategory.PET, "1인"),
      new ShopperBehaviour(
          new BuyingHabits(12, 0.025, 1.3, 0.08, 0.3, 0.12, 0.06),
          new ShopperOpinion(0.05, 2.5, 0.9, 1),
          new ShopperPresence(10, 0.8, 0.15, 0.05, 0.002, 0.04))),
  SILENT_LEAVER(
      0.06,
      new ShopperPersona("30대", "회사원", ProductCategory.BEAUTY, "1인"),
      new ShopperBehaviour(
          new BuyingHabits(11, 0.16, 1.5, 0.2, 0.25, 0.12, 0.02),
          new ShopperOpinion(0.03, 4.0, 0.7, 1),
          new ShopperPresence(10, 2, 0.7, 0.12, 0.01, 0.08))),
  QUIET_BIG_SPENDER(
      0.04,
      new ShopperPersona("50대", "전문직", ProductCategory.OUTDOOR, "자녀 있음"),
      new ShopperBehaviour(
          new BuyingHabits(6, 0.03, 2.4, 0.7, 0.06, 0.08, 0.015),
          new ShopperOpinion(0.03, 4.3, 0.6, 1),
          new ShopperPresence(4, 1.5, 0.5, 0.3, 0.02, 0.12))),
  FRANK_CRITIC(
      0.04,
      new ShopperPersona("40대", "교사", ProductCategory.KITCHEN, "2인"),
      new ShopperBehaviour(
          new BuyingHabits(9, 0.035, 1.5, 0.25, 0.18, 0.12, 0.04),
          new ShopperOpinion(0.45, 3.4, 1.3, 4),
          new ShopperPresence(12, 3.5, 1.6, 0.45, 0.08, 0.1))),
  /** One company that buys for resale, so that one customer holds far more rows than others. */
  WHOLESALER(
      0,
      new ShopperPersona("40대", "자영업", ProductCategory.COFFEE, "2인"),
      new ShopperBehaviour(
          new BuyingHabits(50, 0.001, 3, 0.1, 0.3, 0.2, 0.01),
          new ShopperOpinion(0.002, 4.0, 0.5, 1),
          new ShopperPresence(2, 1, 1, 0.1, 0.001, 0)));

  private static final List<ShopperKind> ALL = List.of(values());

  final double share;
  public final ShopperPersona persona;
  final ShopperBehaviour behaviour;

  ShopperKind(double share, ShopperPersona persona, ShopperBehaviour behaviour) {
    this.share = share;
    this.persona = persona;
    this.behaviour = behaviour;
  }

  static ShopperKind draw(SeededDraws draws) {
    return draws.weightedChoice(ALL, kind -> kind.share);
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * True where a customer of this kind is ideal: regulars and advocates always are, frank critics
   * if they are content on the whole, quiet big spenders if they answer at all.
   */
  boolean ideal(ShopperTraits traits) {
    return switch (this) {
      case REGULAR, ADVOCATE -> true;
      case FRANK_CRITIC -> traits.rating() >= 3.4;
      case QUIET_BIG_SPENDER -> traits.warmth() >= 0.3;
      default -> false;
    };
  }
}
