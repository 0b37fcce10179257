package dev.dangol.features.measure;

import dev.dangol.table.Field;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/**
 * Intermediate columns between rows and contact after a purchase. Each holds days on which
 * something happened, in days since 1970, each once. They are never stored.
 */
public final class ContactColumns {
  public static final Field ORDERED_ON =
      days("_ordered_on", "Purchase days for which enough days are over.");
  public static final Field REPLIED_ON = days("_replied_on", "Days of replies and comments.");
  public static final Field HELPED_ON =
      days("_helped_on", "Days of help events of which the next day is over.");
  public static final Field REVIEWED_ON = days("_reviewed_on", "Days of reviews.");
  public static final Field OPENED_ON = days("_opened_on", "Days on which cases were opened.");
  public static final Field SOLVED_ON =
      days("_solved_on", "Days on which cases were opened that are resolved for good.");

  /** All of them. */
  public static final List<Field> ALL =
      List.of(ORDERED_ON, REPLIED_ON, HELPED_ON, REVIEWED_ON, OPENED_ON, SOLVED_ON);

  private ContactColumns() {}

  private static Field days(String name, String meaning) {
    return new Field(name, DataTypes.createArrayType(DataTypes.IntegerType), false, meaning);
  }
}
