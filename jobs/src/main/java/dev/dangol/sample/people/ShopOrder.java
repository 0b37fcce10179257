package dev.dangol.sample.people;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * One order.
 *
 * @param day when it was placed, in days since the start of the period
 * @param at the same moment in wall time
 * @param place where it was placed
 * @param promotion the promotion used
 * @param delivery empty for what was carried home from the store
 */
public record ShopOrder(
    String id,
    double day,
    LocalDateTime at,
    ShopPlace place,
    Optional<String> promotion,
    Optional<OrderDelivery> delivery,
    List<OrderLine> lines) {

  /** Place where people meet the shop. */
  public enum ShopPlace {
    APP("앱"),
    WEB("웹"),
    STORE("매장");

    public final String label;

    ShopPlace(String label) {
      this.label = label;
    }
  }
}
