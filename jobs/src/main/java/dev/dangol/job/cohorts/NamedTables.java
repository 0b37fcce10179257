package dev.dangol.job.cohorts;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import dev.dangol.cohorts.CustomerAttributes;
import dev.dangol.config.AttributeNames;
import dev.dangol.config.JourneyGoal;
import dev.dangol.config.Settings;
import dev.dangol.sql.SqlNames;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.NetworkColumns;
import dev.dangol.table.results.CustomerColumns;
import dev.dangol.table.results.JourneyAttributeColumns;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.Sources;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tables that are joined to customers only where a rule names one of their columns.
 *
 * @param named true for a column, in small letters, that a rule names
 */
record NamedTables(Settings settings, Predicate<String> named) {

  /** Those that a rule of the settings names, or one of the former predicates. */
  static NamedTables of(Settings settings, List<String> former) {
    Set<String> columns = new HashSet<>(RuleNames.of(settings).columns());
    former.forEach(sql -> columns.addAll(SqlNames.columns(sql)));
    return new NamedTables(settings, columns::contains);
  }

  boolean journeys() {
    return settings.journey().goals().stream()
        .map(JourneyGoal::name)
        .anyMatch(goal -> names(JourneyAttributeColumns.all(goal)));
  }

  boolean effort() {
    return names(CustomerColumns.EFFORT);
  }

  boolean network() {
    return names(CustomerColumns.NETWORK);
  }

  /** True where a rule names one of the fields. */
  boolean names(Collection<Field> fields) {
    return fields.stream().map(Field::name).anyMatch(named);
  }

  /** True where a rule names an attribute of customers' records. */
  boolean records() {
    return names(List.of(CustomerSource.ATTRIBUTES, CustomerSource.COMPANY_ID))
        || AttributeNames.of(settings).columns().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .anyMatch(named);
  }

  /**
   * The customers with their referrals. Where referrals are configured, counts and sums of a
   * customer who referred no one are 0.
   *
   * @param network the rows of {@code referral_network} of the day
   */
  Dataset<Row> withNetwork(Dataset<Row> customers, Dataset<Row> network) {
    List<Column> own = new ArrayList<>();
    own.add(SharedColumns.AS_OF.col());
    own.add(SharedColumns.CUSTOMER_ID.col());
    CustomerColumns.NETWORK.forEach(field -> own.add(field.col()));
    Dataset<Row> joined =
        CustomerAttributes.of(customers, List.of(network.select(own.toArray(Column[]::new))));
    return settings.has(Sources.REFERRALS.name()) ? joined.withColumns(zeros()) : joined;
  }

  private static Map<String, Column> zeros() {
    return CustomerColumns.NETWORK.stream()
        .filter(Field::isNumberOrFlag)
        .filter(field -> !field.equals(NetworkColumns.SAVED_ACQUISITION_COST))
        .collect(
            Collectors.toMap(
                Field::name, field -> field.is(coalesce(field.col(), lit(0).cast(field.type())))));
  }
}
