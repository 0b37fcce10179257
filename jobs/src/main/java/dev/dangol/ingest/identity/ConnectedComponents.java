package dev.dangol.ingest.identity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.IdentitySettings;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.IdentityColumns;
import java.sql.Date;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Connected components of linked ids: which components are one customer, and by which id. */
public final class ConnectedComponents {
  private static final String LEFT = "left";
  private static final Column ID = LinkColumns.ID.col();
  private static final Date NEVER = Date.valueOf("9999-12-31");

  private ConnectedComponents() {}

  /**
   * One row per linked id, with its component and why the component is left apart, null where it is
   * not. It is left apart where it has more ids than may be one customer, or where it joins
   * different external ids; an external id that too many ids carry identifies no customer and does
   * not count.
   *
   * @param stars links of which no round moves any
   */
  public static Dataset<Row> withConflicts(
      Dataset<Row> stars, Dataset<Row> sharedKeys, IdentitySettings settings) {
    Dataset<Row> members = members(stars);
    Column own = SharedKeys.isExternal().and(SharedKeys.isOvershared(settings).equalTo(false));
    Dataset<Row> externalIds = sharedKeys.where(own).select(ID, LinkColumns.KEY.col());
    Dataset<Row> components =
        members
            .join(externalIds, names(LinkColumns.ID), LEFT)
            .groupBy(LinkColumns.COMPONENT.col())
            .agg(
                LinkColumns.SIZE.is(count_distinct(ID)),
                LinkColumns.EXTERNAL_IDS.is(count_distinct(LinkColumns.KEY.col())))
            .select(LinkColumns.COMPONENT.col(), LinkColumns.APART.is(apart(settings)));
    return members.join(components, names(LinkColumns.COMPONENT), "inner");
  }

  /**
   * The linked ids, each with its customer. A component takes the id of the customer that was one
   * already; of several, a real id before a fingerprint, then the one known longest, then the
   * least. Ids of a component that is left apart keep their own.
   *
   * @param previous the table of identities as the last run left it
   */
  public static Dataset<Row> withCustomerIds(Dataset<Row> judged, Dataset<Row> previous) {
    Column known = IdentityColumns.SINCE.col();
    Column wasCustomer = coalesce(LinkColumns.BEFORE.col().equalTo(ID), lit(false));
    Column rank =
        struct(
            wasCustomer.equalTo(false),
            KeyFingerprints.isFingerprint(ID),
            coalesce(known, lit(NEVER)),
            LinkColumns.NODE.is(ID));
    Dataset<Row> customers =
        judged
            .where(LinkColumns.APART.col().isNull())
            .join(before(judged, previous), names(LinkColumns.ID), LEFT)
            .groupBy(LinkColumns.COMPONENT.col())
            .agg(min(rank).as(LinkColumns.RANK.name()))
            .select(
                LinkColumns.COMPONENT.col(),
                LinkColumns.NODE.is(LinkColumns.RANK.col().getField(LinkColumns.NODE.name())));
    return judged
        .join(customers, names(LinkColumns.COMPONENT), LEFT)
        .select(
            ID,
            LinkColumns.COMPONENT.col(),
            LinkColumns.APART.col(),
            SharedColumns.CUSTOMER_ID.is(coalesce(LinkColumns.NODE.col(), ID)));
  }

  /** One row per component that is left apart. */
  public static Dataset<Row> leftApart(Dataset<Row> judged) {
    return judged
        .where(LinkColumns.APART.col().isNotNull())
        .select(LinkColumns.COMPONENT.col())
        .distinct();
  }

  private static Dataset<Row> members(Dataset<Row> stars) {
    Column centre = LinkColumns.TO.col();
    return stars
        .select(LinkColumns.ID.is(LinkColumns.FROM.col()), LinkColumns.COMPONENT.is(centre))
        .union(stars.select(LinkColumns.ID.is(centre), LinkColumns.COMPONENT.is(centre)))
        .distinct();
  }

  private static Column apart(IdentitySettings settings) {
    return when(
            LinkColumns.SIZE.col().gt(settings.maxIds()),
            lit("left apart: linked with more than " + settings.maxIds() + " ids"))
        .when(
            LinkColumns.EXTERNAL_IDS.col().gt(1),
            lit("left apart: linked with another external id"));
  }

  /** The last run's identities of the linked ids, by whichever source. */
  private static Dataset<Row> before(Dataset<Row> judged, Dataset<Row> previous) {
    return IdentityRows.ofCustomers(previous)
        .withColumnRenamed(IdentityColumns.SOURCE_ID.name(), LinkColumns.ID.name())
        .join(judged.select(ID), names(LinkColumns.ID), "left_semi")
        .groupBy(ID)
        .agg(
            IdentityColumns.SINCE.is(min(IdentityColumns.SINCE.col())),
            LinkColumns.BEFORE.is(min(SharedColumns.CUSTOMER_ID.col())));
  }

  static String[] names(Field field) {
    return new String[] {field.name()};
  }
}
