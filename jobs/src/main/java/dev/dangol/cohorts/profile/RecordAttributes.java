package dev.dangol.cohorts.profile;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.when;

import dev.dangol.privacy.SensitiveAttributes;
import dev.dangol.sql.SqlText;
import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ProfileColumns;
import dev.dangol.table.sources.CustomerSource;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Attributes from the customers' own records: free attributes, country, person or company. */
final class RecordAttributes {
  private static final String INTERESTS = "(?i)interest|hobb|관심|취미|선호";
  private static final String BETWEEN = "\\s*[,;|]\\s*";

  private RecordAttributes() {}

  /** The attributes, one row per customer and attribute. */
  static Dataset<Row> traits(Dataset<Row> customers, AsOf asOf, Set<String> allowed) {
    Column name = ProfileColumns.NAME.col();
    Column interest = name.rlike(INTERESTS);
    Column text = ProfileColumns.VALUE.col();
    Column values =
        when(interest, ProfileAttribute.clean(split(text, BETWEEN)))
            .otherwise(ProfileAttribute.one(text));
    Column facet = when(interest, lit(ProfileColumns.WHY)).otherwise(lit(ProfileColumns.WHAT));
    return ProfileAttribute.rows(
        entries(customers, asOf)
            .where(not(SensitiveAttributes.isRefused(name, allowed)))
            .groupBy(SharedColumns.CUSTOMER_ID.col(), name)
            .agg(min(ProfileAttribute.asText(text)).as(ProfileColumns.VALUE.name()))
            .select(
                SharedColumns.CUSTOMER_ID.col(),
                ProfileAttribute.all(ProfileAttribute.of(facet, name, values))));
  }

  /** The names of the attributes that are left out as sensitive, each once. */
  static Dataset<Row> sensitiveAttributes(Dataset<Row> customers, AsOf asOf, Set<String> allowed) {
    Column name = ProfileColumns.NAME.col();
    return entries(customers, asOf)
        .where(SensitiveAttributes.isRefused(name, allowed))
        .select(name)
        .distinct();
  }

  /**
   * One row per name and value. A record of a customer who signs up after the day is not there yet.
   */
  private static Dataset<Row> entries(Dataset<Row> customers, AsOf asOf) {
    Column own =
        map_entries(
            map(
                lit(CustomerSource.COUNTRY.name()),
                CustomerSource.COUNTRY.col(),
                lit(CustomerSource.IS_COMPANY.name()),
                when(CustomerSource.IS_COMPANY.col(), lit("yes"))
                    .when(CustomerSource.IS_COMPANY.col().isNotNull(), lit("no"))));
    Column free = map_entries(CustomerSource.ATTRIBUTES.col());
    Column entry = ProfileColumns.ENTRY.col();
    return customers
        .where(coalesce(asOf.hasHappened(CustomerSource.SIGNED_UP_AT), lit(true)))
        .select(
            SharedColumns.CUSTOMER_ID.col(),
            explode(when(free.isNull(), own).otherwise(concat(own, free)))
                .as(ProfileColumns.ENTRY.name()))
        .select(
            SharedColumns.CUSTOMER_ID.col(),
            ProfileColumns.NAME.is(SqlText.mapKey(entry)),
            ProfileColumns.VALUE.is(SqlText.mapValue(entry)));
  }
}
