package dev.dangol.sample;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Goes through a small shop without Spark. */
final class AllShoppers {
  private AllShoppers() {}

  static Stream<SampleShopper> in(ShopPopulation shop) {
    return LongStream.range(0, shop.size().customers()).mapToObj(shop::shopper);
  }

  static List<SampleShopper> of(ShopPopulation shop, ShopperKind kind) {
    return in(shop).filter(shopper -> shopper.kind() == kind).toList();
  }

  /** The sound rows. */
  static Stream<Row> rows(RawTable table, SampleSize size) {
    return in(new ShopPopulation(size)).flatMap(shopper -> table.rows(shopper).stream());
  }
}
