package dev.dangol.sample.people;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * Delivery of an order to the customer.
 *
 * @param promised the day by whose end it was promised
 * @param delivered when it came
 */
public record OrderDelivery(LocalDate promised, LocalDateTime delivered) {
  private static final int PROMISED_DAYS = 3;

  static OrderDelivery draw(LocalDateTime ordered, double lateShare, SeededDraws draws) {
    LocalDate promised = ordered.toLocalDate().plusDays(PROMISED_DAYS);
    int days = draws.chance(lateShare) ? PROMISED_DAYS + draws.whole(1, 6) : draws.whole(1, 3);
    LocalDate came = ordered.toLocalDate().plusDays(days);
    return new OrderDelivery(promised, came.atTime(draws.whole(9, 20), draws.whole(0, 59)));
  }

  public boolean late() {
    return delivered.toLocalDate().isAfter(promised);
  }
}
