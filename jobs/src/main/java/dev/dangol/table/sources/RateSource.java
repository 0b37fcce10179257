package dev.dangol.table.sources;

import dev.dangol.table.Field;
import java.util.List;

/** Columns of exchange rates, for purchases that were paid in other currencies. */
public final class RateSource {
  public static final Field OF_CURRENCY =
      Field.text("currency", "The currency converted from, as a three-letter code.").asRequired();
  public static final Field VALID_FROM =
      Field.instant("valid_from", "From when the rate holds, until the next one of the currency.")
          .asRequired();
  public static final Field RATE =
      Field.number("rate", "What one unit of it is worth, in the reporting currency.").asRequired();

  public static final List<Field> FIELDS = List.of(OF_CURRENCY, VALID_FROM, RATE);

  private RateSource() {}
}
