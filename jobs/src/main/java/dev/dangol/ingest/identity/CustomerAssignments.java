package dev.dangol.ingest.identity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.IdentitySettings;
import dev.dangol.config.SourceOptions.CustomerKey;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.IdentityColumns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Assigns ids that share a key to customers. The rule is the id's strongest key (external id,
 * e-mail, phone), or why the id is left apart. Every other id is its own customer.
 */
public final class CustomerAssignments {
  /** The rule of an id that is its customer's own. */
  static final String OWN_ID = "own id";

  private CustomerAssignments() {}

  /**
   * One row per id that shares a key.
   *
   * @param named the linked ids with their customers
   */
  public static Dataset<Row> of(
      Dataset<Row> sharedKeys, Dataset<Row> named, IdentitySettings settings) {
    Column own = SharedColumns.CUSTOMER_ID.col().equalTo(LinkColumns.ID.col());
    Column rule =
        when(LinkColumns.APART.col().isNotNull(), LinkColumns.APART.col())
            .when(own, lit(OWN_ID))
            .otherwise(concat(lit("same "), kind(LinkColumns.SHARED.col())));
    Dataset<Row> overshared =
        overusedKeys(sharedKeys, settings)
            .join(named, ConnectedComponents.names(LinkColumns.ID), "left_anti");
    return named
        .join(
            identifyingKeys(sharedKeys, settings),
            ConnectedComponents.names(LinkColumns.ID),
            "left")
        .select(
            LinkColumns.ID.col(), SharedColumns.CUSTOMER_ID.col(), IdentityColumns.RULE.is(rule))
        .union(overshared);
  }

  /** One row per id of which a key is carried by more ids than may be one customer: its own. */
  public static Dataset<Row> overusedKeys(Dataset<Row> sharedKeys, IdentitySettings settings) {
    Column rule =
        concat(
            lit("left apart: "),
            kind(min(LinkColumns.KEY.col())),
            lit(" of more than " + settings.maxIds() + " ids"));
    return sharedKeys
        .where(SharedKeys.isOvershared(settings))
        .groupBy(LinkColumns.ID.col())
        .agg(
            SharedColumns.CUSTOMER_ID.is(min(LinkColumns.ID.col())), IdentityColumns.RULE.is(rule));
  }

  private static Dataset<Row> identifyingKeys(Dataset<Row> sharedKeys, IdentitySettings settings) {
    Column key = LinkColumns.KEY.col();
    Column strongest = coalesce(min(when(SharedKeys.isExternal(), key)), min(key));
    return sharedKeys
        .where(SharedKeys.links(settings))
        .groupBy(LinkColumns.ID.col())
        .agg(LinkColumns.SHARED.is(strongest));
  }

  private static Column kind(Column key) {
    return when(KeyFingerprints.is(CustomerKey.EXTERNAL_ID, key), lit("external id"))
        .when(KeyFingerprints.is(CustomerKey.EMAIL, key), lit("e-mail"))
        .otherwise(lit("phone"));
  }
}
