package dev.dangol.sample.people;

/**
 * Need that some customers speak of in all that they write, whoever they are. The one moves what
 * they rate, and the other does not. What else they write depends on neither.
 */
public enum SpokenNeed {
  /** A smell, which those who notice it rate lower by. */
  SMELL(0.08, 0.8, "냄새가 나요."),
  /** The family that uses it too, which makes no difference. */
  FAMILY(0.2, 0, "가족과 같이 써요.");

  private final double share;
  private final double lostStars;
  private final String sentence;

  SpokenNeed(double share, double lostStars, String sentence) {
    this.share = share;
    this.lostStars = lostStars;
    this.sentence = sentence;
  }

  /** True where the customer has this need, by a draw of its own. */
  public boolean isOf(ShopPopulation shop, SampleShopper shopper) {
    SeededDraws draws = shop.draws(shopper.number(), SeededDraws.DrawPurpose.NEEDS);
    double lot = draws.uniform();
    return (this == SMELL ? lot : draws.uniform()) < share;
  }

  /** The stars that whatever the customer rates loses by their needs. */
  public static double lostStars(ShopPopulation shop, SampleShopper shopper) {
    double lost = 0;
    for (SpokenNeed need : values()) {
      lost += need.isOf(shop, shopper) ? need.lostStars : 0;
    }
    return lost;
  }

  /** A text with what the customer says of their needs. */
  public static String in(String text, ShopPopulation shop, SampleShopper shopper) {
    StringBuilder said = new StringBuilder(text);
    for (SpokenNeed need : values()) {
      if (need.isOf(shop, shopper)) {
        said.append(' ').append(need.sentence);
      }
    }
    return said.toString();
  }
}
