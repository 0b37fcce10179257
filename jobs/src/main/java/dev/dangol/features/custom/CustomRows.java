package dev.dangol.features.custom;

import dev.dangol.config.CustomFeature;
import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CustomColumns;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows of {@code custom_features}, and the same with a column for each value. */
public final class CustomRows {
  private CustomRows() {}

  /**
   * One row per customer.
   *
   * @param measured the customers with their measures, the configured ones among them
   */
  public static Dataset<Row> of(Dataset<Row> measured, AsOf asOf) {
    return measured.select(
        SharedColumns.AS_OF.is(asOf.column()),
        SharedColumns.CUSTOMER_ID.col(),
        CustomColumns.VALUES.col());
  }

  /** The rows with the columns of the features in place of their values by name. */
  public static Dataset<Row> columns(Dataset<Row> rows, List<CustomFeature> features) {
    List<Column> columns =
        new ArrayList<>(List.of(SharedColumns.AS_OF.col(), SharedColumns.CUSTOMER_ID.col()));
    CustomFeature.columns(features)
        .forEach(name -> columns.add(CustomColumns.VALUES.col().getItem(name).as(name)));
    return rows.select(columns.toArray(Column[]::new));
  }
}
