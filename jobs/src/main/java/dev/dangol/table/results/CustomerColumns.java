package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.features.EffortColumns;
import dev.dangol.table.features.FeatureTable;
import dev.dangol.table.features.NetworkColumns;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.table.sources.CustomerSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Columns that describe a customer, of whatever table: a scorecard or a segment may use them. */
public final class CustomerColumns {
  /** Columns of {@code effort}, which rules may name. */
  public static final List<Field> EFFORT = withoutGrain(EffortColumns.TABLE);

  /** Columns of {@code referral_network} that rules may name; features have the other one. */
  public static final List<Field> NETWORK =
      withoutGrain(NetworkColumns.TABLE).stream()
          .filter(field -> !field.equals(NetworkColumns.REFERRED_NET_SALES))
          .toList();

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

  /** The same of the tables that are joined only where a rule names one of their columns. */
  public static List<Field> joined() {
    return Stream.concat(EFFORT.stream(), NETWORK.stream()).filter(Field::isNumberOrFlag).toList();
  }

  /**
   * The names that no attribute of a record can have as a column, in small letters: those of every
   * table that rules may name, and of whatever identifies customers.
   */
  public static Set<String> taken(List<Integer> windows, List<Integer> horizons) {
    return Stream.of(
            FeatureTable.of(windows).fields(),
            ValueColumns.customerValue(horizons).fields(),
            LikelihoodColumns.ALL,
            SegmentColumns.CUSTOMER_SEGMENTS.fields(),
            PreferenceColumns.NAMED,
            EFFORT,
            NETWORK,
            CohortColumns.CUSTOMER_FIT.fields(),
            CustomerContacts.TABLE.fields(),
            List.of(CustomerSource.ATTRIBUTES, CustomerSource.COMPANY_ID, SharedColumns.COHORT))
        .flatMap(List::stream)
        .map(Field::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<Field> withoutGrain(Table table) {
    return table.fields().stream().filter(field -> !table.grain().contains(field)).toList();
  }
}
