package dev.dangol.table.sources;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import java.util.List;

/** Columns of what winning and keeping customers costs. */
public final class CostSource {
  public static final Field SPENT_AT = Field.instant("spent_at", "When it was spent.").asRequired();
  public static final Field AMOUNT =
      Field.amount("amount", "How much, in the reporting currency.").asRequired();
  public static final Field STAGE =
      Field.text("stage", "The stage of the customer's journey that it served.");

  public static final List<Field> FIELDS =
      List.of(
          SPENT_AT,
          AMOUNT,
          SharedColumns.CHANNEL,
          STAGE,
          SharedColumns.CAMPAIGN_ID,
          CustomerSource.ACQUIRED_BY);

  private CostSource() {}
}
