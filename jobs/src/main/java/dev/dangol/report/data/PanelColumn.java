package dev.dangol.report.data;

import dev.dangol.table.Field;
import dev.dangol.table.Unit;

/**
 * Column of a panel.
 *
 * @param name the key of its words
 * @param sql its value as SQL over the columns of the panel's table
 * @param unit what its numbers are shown in
 */
public record PanelColumn(String name, String sql, Unit unit) {
  /** A column of the table as it is. */
  static PanelColumn of(Field field, Unit unit) {
    return new PanelColumn(field.name(), field.name(), unit);
  }

  /** The sum of a column over the rows of a group. */
  static PanelColumn sum(Field field, Unit unit) {
    return new PanelColumn(field.name(), "sum(" + field.name() + ")", unit);
  }

  /** The mean of a column over the rows of a group that have it. */
  static PanelColumn mean(Field field, Unit unit) {
    return new PanelColumn("mean_" + field.name(), "avg(" + field.name() + ")", unit);
  }

  /** The number of rows in a group, of a table with one row per customer. */
  static PanelColumn customers() {
    return new PanelColumn("customers", "count(*)", Unit.PEOPLE);
  }
}
