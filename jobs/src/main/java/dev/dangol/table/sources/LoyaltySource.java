package dev.dangol.table.sources;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import java.util.List;

/** Columns of the loyalty programme. */
public final class LoyaltySource {
  public static final Field OCCURRED_AT = EngagementSource.OCCURRED_AT;
  public static final Field KIND =
      Field.text("kind", "What happened: join earn redeem benefit leave.").asRequired();
  public static final Field AMOUNT =
      Field.amount("amount", "Its worth, in the reporting currency.");

  public static final List<Field> FIELDS =
      List.of(SharedColumns.CUSTOMER_ID, OCCURRED_AT, KIND, AMOUNT);

  private LoyaltySource() {}
}
