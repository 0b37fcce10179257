package dev.dangol.cohorts;

import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.try_element_at;

import dev.dangol.privacy.SensitiveAttributes;
import dev.dangol.sql.SqlText;
import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.CustomerSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Columns of customers' own records that rules can name. They are the company, all attributes as a
 * map, and each attribute that the settings write out as a column of text. Sensitive attributes are
 * left out.
 *
 * @param attributes the attributes that are columns
 * @param allowed the sensitive attributes that may be used all the same
 */
public record RecordColumns(List<String> attributes, Set<String> allowed) {

  /**
   * One row per customer with a record that is not of a later day; of several records the least
   * text counts, as in profiles.
   *
   * @param customers the clean records
   */
  public Dataset<Row> of(Dataset<Row> customers, AsOf asOf) {
    Column map = CustomerSource.ATTRIBUTES.col();
    List<Column> columns = new ArrayList<>();
    columns.add(CustomerSource.ATTRIBUTES.is(merged(collect_list(map_entries(usable(map))))));
    columns.add(CustomerSource.COMPANY_ID.is(min(CustomerSource.COMPANY_ID.col())));
    attributes.forEach(name -> columns.add(min(try_element_at(map, lit(name))).as(name)));
    return customers
        .where(coalesce(asOf.hasHappened(CustomerSource.SIGNED_UP_AT), lit(true)))
        .groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(columns.get(0), columns.stream().skip(1).toArray(Column[]::new))
        .withColumn(SharedColumns.AS_OF.name(), SharedColumns.AS_OF.is(asOf.column()));
  }

  private Column usable(Column map) {
    return map_filter(
        map,
        (name, text) -> text.isNotNull().and(not(SensitiveAttributes.isRefused(name, allowed))));
  }

  /** The entries of all records in one map; of one name the least text. */
  private static Column merged(Column lists) {
    Column entries = array_sort(flatten(lists));
    Column names = transform(entries, SqlText::mapKey);
    Column once =
        filter(
            entries,
            (entry, place) -> array_position(names, SqlText.mapKey(entry)).equalTo(place.plus(1)));
    return map_from_entries(once);
  }
}
