package dev.dangol.sample.files;

import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.SampleSize;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.sample.people.ShopperKind;
import java.util.List;
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

  /** The sound rows. */
  static Stream<Row> rows(RawTable table, SampleSize size) {
    return in(new ShopPopulation(size)).flatMap(shopper -> table.rows(shopper).stream());
  }
}
