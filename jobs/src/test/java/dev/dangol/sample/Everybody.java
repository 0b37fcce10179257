package dev.dangol.sample;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Goes through a small shop without Spark. */
final class Everybody {
  private Everybody() {}

  static Stream<Shopper> in(Shop shop) {
    return LongStream.range(0, shop.size().customers()).mapToObj(shop::shopper);
  }

  static List<Shopper> of(Shop shop, ShopperKind kind) {
    return in(shop).filter(shopper -> shopper.kind() == kind).toList();
  }

  /** The sound rows. */
  static Stream<Row> rows(RawTable table, SampleSize size) {
    return in(new Shop(size)).flatMap(shopper -> table.rows(shopper).stream());
  }
}
