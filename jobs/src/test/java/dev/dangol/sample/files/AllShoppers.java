package dev.dangol.sample.files;

import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.SampleSize;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.sample.people.ShopperKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Goes through a small shop without Spark. */
public final class AllShoppers {
  private AllShoppers() {}

  public static Stream<SampleShopper> in(ShopPopulation shop) {
    return LongStream.range(0, shop.size().customers()).mapToObj(shop::shopper);
  }

  public static List<SampleShopper> of(ShopPopulation shop, ShopperKind kind) {
    return in(shop).filter(shopper -> shopper.kind() == kind).toList();
  }

  /** The sound rows of one customer's reviews. */
  public static List<Row> reviews(ShopPopulation shop, SampleShopper shopper) {
    return new ReviewFiles(shop).rows(shopper);
  }

  /**
   * Text with a rating.
   *
   * @param source the source that has it
   * @param stars its rating, from 1 to 5
   */
  public record RatedText(String source, String text, double stars) {}

  /** All that one customer wrote with a rating, as the sound rows have it. */
  public static List<RatedText> texts(ShopPopulation shop, SampleShopper shopper) {
    List<RatedText> texts = new ArrayList<>();
    for (Row row : reviews(shop, shopper)) {
      texts.add(new RatedText("reviews", row.getString(4), row.getInt(3)));
    }
    for (Row row : new SurveyFiles(shop).rows(shopper)) {
      String[] scale = row.getString(5).split("-", 2);
      double lowest = Double.parseDouble(scale[0]);
      double span = Double.parseDouble(scale[1]) - lowest;
      double place = (Double.parseDouble(row.getString(4)) - lowest) / span;
      texts.add(new RatedText("surveys", row.getString(6), 1 + 4 * place));
    }
    texts.removeIf(text -> text.text() == null);
    return texts;
  }

  /** The truth of one effect, row by row. */
  public static Stream<Row> truths(ShopPopulation shop, String effect) {
    return rows(new EffectTruth(shop), shop.size()).filter(row -> row.getString(1).equals(effect));
  }

  /** Planted effects by name: the mean of what is less what would have been without. */
  public static Map<String, Double> planted(ShopPopulation shop) {
    return rows(new EffectTruth(shop), shop.size())
        .collect(
            Collectors.groupingBy(
                row -> row.getString(1),
                TreeMap::new,
                Collectors.averagingDouble(
                    row ->
                        Double.parseDouble(row.getString(3))
                            - Double.parseDouble(row.getString(2)))));
  }

  /** The sound rows. */
  static Stream<Row> rows(RawTable table, SampleSize size) {
    return in(new ShopPopulation(size)).flatMap(shopper -> table.rows(shopper).stream());
  }
}
