package dev.dangol.features;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.ReferralSettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.Columns;
import dev.dangol.table.NetworkColumns;
import dev.dangol.table.PairColumns;
import dev.dangol.table.Referrals;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Who referred whom, as trees to a bounded depth. A person belongs to the first who referred him;
 * that referral counts unless it is of the referrer himself or part of a ring, and one of a person
 * who had bought before counts without converting him. A ring is looked for among first referrals,
 * up to as many people as the trees have generations; a longer one is cut at that depth.
 *
 * <p>Each generation hands its totals up to its referrers, aggregated before it is joined: a row
 * per referrer at every step, however many people one of them referred.
 */
public final class ReferralNetwork {
  private final int depth;
  private final UnaryOperator<Dataset<Row>> keep;

  /**
   * Computes with those settings.
   *
   * @param keep handed every table that is read several times on the way, and the result; returns
   *     the same rows, kept or not
   */
  public ReferralNetwork(ReferralSettings how, UnaryOperator<Dataset<Row>> keep) {
    this.depth = how.generations();
    this.keep = keep;
  }

  /**
   * One row per customer who referred anybody, with the columns of {@code referral_network}; what
   * was saved is null.
   *
   * @param buyers one row per customer with a purchase: the day of the first, and net sales
   */
  public Dataset<Row> of(Dataset<Row> referrals, Dataset<Row> buyers, AsOf asOf) {
    Dataset<Row> pairs = keep.apply(ReferralPairs.of(referrals, buyers, asOf));
    Dataset<Row> links = keep.apply(ReferralRings.links(pairs));
    Dataset<Row> rings = keep.apply(ReferralRings.members(links, depth));
    Dataset<Row> direct = keep.apply(direct(pairs, rings));
    Dataset<Row> up = links.join(rings, Columns.CUSTOMER_ID.name(), "left_anti");
    return keep.apply(
        direct
            .join(trees(direct, up), Columns.CUSTOMER_ID.name(), "left")
            .select(
                Columns.AS_OF.is(asOf.column()),
                Columns.CUSTOMER_ID.col(),
                NetworkColumns.REFERRED.col(),
                NetworkColumns.CONVERTED.col(),
                NetworkColumns.GENERATIONS.is(orZero(NetworkColumns.GENERATIONS.col())),
                NetworkColumns.REFERRED_NET_SALES.col(),
                NetworkColumns.NETWORK_CUSTOMERS.is(orZero(NetworkColumns.NETWORK_CUSTOMERS.col())),
                NetworkColumns.NETWORK_NET_SALES.is(orZero(NetworkColumns.NETWORK_NET_SALES.col())),
                NetworkColumns.SAVED_ACQUISITION_COST.none(),
                NetworkColumns.FLAGS.col()));
  }

  /**
   * The network with what was saved: as many customers as converted, each at the mean cost.
   *
   * @param meanCost what winning a customer whom nobody referred costs on average; null where that
   *     is not known
   */
  public static Dataset<Row> withSavedCost(Dataset<Row> network, Column meanCost) {
    Column saved = NetworkColumns.CONVERTED.col().multiply(meanCost);
    return network.withColumn(
        NetworkColumns.SAVED_ACQUISITION_COST.name(),
        NetworkColumns.SAVED_ACQUISITION_COST.is(saved));
  }

  /** One row per referrer, with the first generation below him. */
  private static Dataset<Row> direct(Dataset<Row> pairs, Dataset<Row> rings) {
    Dataset<Row> members =
        rings.select(
            Referrals.REFERRED_ID.is(Columns.CUSTOMER_ID.col()), PairColumns.IN_RING.is(lit(true)));
    Column ring = PairColumns.LEADS.col().and(PairColumns.IN_RING.col().isNotNull());
    Column counts = PairColumns.LEADS.col().and(PairColumns.IN_RING.col().isNull());
    Column converted = counts.and(PairColumns.HAS_CONVERTED.col());
    Column self = PairColumns.SELF.col();
    Column flags =
        array(
            flag("already_customer", not(self).and(PairColumns.HAD_BOUGHT.col())),
            flag("referred_before", not(self).and(not(PairColumns.LEADS.col()))),
            flag("ring", ring),
            flag("self_referral", self));
    return pairs
        .join(members, Referrals.REFERRED_ID.name(), "left")
        .groupBy(Columns.CUSTOMER_ID.is(Referrals.REFERRER_ID.col()))
        .agg(
            NetworkColumns.REFERRED.is(count_if(counts)),
            NetworkColumns.CONVERTED.is(count_if(converted)),
            NetworkColumns.REFERRED_NET_SALES.is(
                orZero(sum(when(converted, PairColumns.NET.col())))),
            NetworkColumns.FLAGS.is(array_compact(flags)));
  }

  private static Column flag(String name, Column found) {
    return when(bool_or(found), lit(name));
  }

  /** One row per referrer with anybody below him, with the totals of all generations. */
  private Dataset<Row> trees(Dataset<Row> direct, Dataset<Row> up) {
    Column generations = NetworkColumns.GENERATIONS.col();
    Column customers = NetworkColumns.NETWORK_CUSTOMERS.col();
    Column sales = NetworkColumns.NETWORK_NET_SALES.col();
    Dataset<Row> first =
        direct
            .where(NetworkColumns.REFERRED.col().gt(0))
            .select(
                Columns.CUSTOMER_ID.col(),
                NetworkColumns.GENERATIONS.is(lit(1)),
                NetworkColumns.NETWORK_CUSTOMERS.is(NetworkColumns.CONVERTED.col()),
                NetworkColumns.NETWORK_NET_SALES.is(NetworkColumns.REFERRED_NET_SALES.col()));
    Dataset<Row> trees = first;
    for (int generation = 2; generation <= depth; generation++) {
      Dataset<Row> below =
          trees
              .join(up, Columns.CUSTOMER_ID.name(), "inner")
              .select(
                  Columns.CUSTOMER_ID.is(PairColumns.PARENT.col()),
                  NetworkColumns.GENERATIONS.is(generations.plus(1)),
                  customers,
                  sales);
      trees =
          first
              .unionByName(below)
              .groupBy(Columns.CUSTOMER_ID.col())
              .agg(
                  NetworkColumns.GENERATIONS.is(max(generations)),
                  NetworkColumns.NETWORK_CUSTOMERS.is(sum(customers)),
                  NetworkColumns.NETWORK_NET_SALES.is(sum(sales)));
    }
    return trees;
  }

  private static Column orZero(Column value) {
    return coalesce(value, lit(0));
  }
}
