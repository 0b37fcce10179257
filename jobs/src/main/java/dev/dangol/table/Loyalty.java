package dev.dangol.table;

import java.util.List;

/** Columns of the loyalty programme. */
public final class Loyalty {
  public static final Field OCCURRED_AT = Engagement.OCCURRED_AT;
  public static final Field KIND =
      Field.text("kind", "What happened: join earn redeem benefit leave.").always();
  public static final Field AMOUNT =
      Field.amount("amount", "Its worth, in the reporting currency.");

  public static final List<Field> FIELDS = List.of(Columns.CUSTOMER_ID, OCCURRED_AT, KIND, AMOUNT);

  private Loyalty() {}
}
