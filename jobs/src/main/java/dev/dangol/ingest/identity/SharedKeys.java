package dev.dangol.ingest.identity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import dev.dangol.config.IdentitySettings;
import dev.dangol.config.SourceOptions.CustomerKey;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.IdentityColumns;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.table.sources.CustomerSource;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Keys that ids share: the same e-mail, phone number or external id. */
public final class SharedKeys {
  private SharedKeys() {}

  /**
   * One row per id and key, with the number of ids that carry it and the least of them: keys that
   * two ids or more carry, and every external id, since two different ones must not be joined.
   *
   * @param customers accepted customer records; an id that is only a fingerprint carries itself
   * @param keys the distinct keys of all sources
   */
  public static Dataset<Row> of(
      Optional<Dataset<Row>> customers, Dataset<Row> keys, IdentitySettings settings) {
    Column id = IdentityColumns.SOURCE_ID.col();
    Dataset<Row> themselves =
        keys.where(KeyFingerprints.isFingerprint(id))
            .select(LinkColumns.ID.is(id), LinkColumns.KEY.is(id));
    WindowSpec sameKey = Window.partitionBy(LinkColumns.KEY.col());
    return customers
        .map(records -> carriers(records, settings).union(themselves))
        .orElse(themselves)
        .distinct()
        .withColumn(LinkColumns.CARRIERS.name(), count(lit(1)).over(sameKey))
        .withColumn(LinkColumns.FIRST_ID.name(), min(LinkColumns.ID.col()).over(sameKey))
        .where(LinkColumns.CARRIERS.col().gt(1).or(isExternal()));
  }

  private static Dataset<Row> carriers(Dataset<Row> records, IdentitySettings settings) {
    Column all =
        array(
            KeyFingerprints.id(CustomerKey.EMAIL, CustomerContacts.EMAIL.col(), Optional.empty()),
            KeyFingerprints.phone(
                CustomerContacts.PHONE.col(), CustomerSource.COUNTRY.col(), settings.phoneRegion()),
            KeyFingerprints.id(
                CustomerKey.EXTERNAL_ID, CustomerSource.EXTERNAL_ID.col(), Optional.empty()));
    return records
        .where(SharedColumns.CUSTOMER_ID.col().isNotNull())
        .select(
            LinkColumns.ID.is(SharedColumns.CUSTOMER_ID.col()),
            explode(array_compact(all)).as(LinkColumns.KEY.name()));
  }

  /** One row per key that too many ids carry. */
  public static Dataset<Row> leftApart(Dataset<Row> sharedKeys, IdentitySettings settings) {
    return sharedKeys.where(isOvershared(settings)).select(LinkColumns.KEY.col()).distinct();
  }

  /** True for a key that links its carriers. */
  static Column links(IdentitySettings settings) {
    return LinkColumns.CARRIERS.col().between(2, settings.maxIds());
  }

  /** True for a key that more ids carry than may be one customer: it links no ids. */
  static Column isOvershared(IdentitySettings settings) {
    return LinkColumns.CARRIERS.col().gt(Math.max(1, settings.maxIds()));
  }

  static Column isExternal() {
    return KeyFingerprints.is(CustomerKey.EXTERNAL_ID, LinkColumns.KEY.col());
  }
}
