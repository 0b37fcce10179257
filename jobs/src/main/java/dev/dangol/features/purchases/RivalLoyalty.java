package dev.dangol.features.purchases;

import dev.dangol.config.RivalSettings;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.table.Field;
import dev.dangol.table.features.RivalColumns;
import java.util.List;
import java.util.Map;

/** Loyalty of customers while rivals try their best. */
public final class RivalLoyalty {
  private RivalLoyalty() {}

  /** The families that are folded over purchases; none where no rival is configured. */
  public static List<FoldedFamily> folded(List<RivalSettings> rivals) {
    return rivals.isEmpty() ? List.of() : List.of(new RivalFold(rivals));
  }

  /**
   * Adds the reasons why it cannot be measured.
   *
   * @param reasons by measure, a measure being named as table.column
   * @param table the name of the table with a point behind it
   */
  public static void addReasons(
      List<RivalSettings> rivals, Map<String, String> reasons, String table) {
    if (rivals.isEmpty()) {
      for (Field field : RivalColumns.FEATURES) {
        reasons.put(table + field.name(), "No rival is configured in rivals.");
      }
    }
  }
}
