package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureTable;
import java.util.List;
import java.util.stream.Stream;

/** Columns that describe a customer, of whatever table: a scorecard or a segment may use them. */
public final class CustomerColumns {
  private CustomerColumns() {}

  /**
   * Lists the numbers and flags.
   *
   * @param windows the configured windows of days, which decide the columns of customer_features
   * @param horizons the configured days ahead, which decide those of customer_value
   */
  public static List<Field> of(List<Integer> windows, List<Integer> horizons) {
    return Stream.of(
            FeatureTable.of(windows).fields(),
            ValueColumns.customerValue(horizons).fields(),
            LikelihoodColumns.ALL,
            List.of(SegmentColumns.DISTANCE))
        .flatMap(List::stream)
        .filter(Field::isNumberOrFlag)
        .toList();
  }
}
