package dev.dangol.features.referrals;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.ReferralSettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.PairColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.NetworkColumns;
import dev.dangol.table.sources.ReferralSource;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Referral network as trees of bounded depth. A person belongs to the first customer who referred
 * them; that referral counts unless it is a self-referral or part of a ring, and one of a person
 * who had bought before counts without converting them. A ring is looked for among first referrals,
 * up to as many people as the trees have generations; a longer one is cut at that depth.
 *
 * <p>The referrals of each referrer are summed before anything is followed further, so that a
 * referrer is one row on the way up, however many people they referred.
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
   * One row per customer who referred anyone, with the columns of {@code referral_network}; the
   * saved acquisition cost is null.
   *
   * @param buyers one row per customer with a purchase: the day of the first, and net sales
   */
  public Dataset<Row> of(Dataset<Row> referrals, Dataset<Row> buyers, AsOf asOf) {
    Dataset<Row> pairs = keep.apply(ReferralPairs.of(referrals, buyers, asOf));
    Dataset<Row> links = keep.apply(ReferralLinks.of(pairs));
    Dataset<Row> rings = keep.apply(ReferralLinks.inRings(links, depth));
    Dataset<Row> direct = keep.apply(direct(pairs, rings));
    Dataset<Row> trees =
        links
            .join(rings, SharedColumns.CUSTOMER_ID.name(), "left_anti")
            .transform(up -> ReferralLinks.ancestors(up, depth - 1));
    return keep.apply(
        sumUp(direct.join(trees, SharedColumns.CUSTOMER_ID.name(), "left"))
            .withColumn(SharedColumns.AS_OF.name(), SharedColumns.AS_OF.is(asOf.column()))
            .select(NetworkColumns.TABLE.fields().stream().map(Field::col).toArray(Column[]::new)));
  }

  /**
   * The network with the saved acquisition cost: as many customers as converted, each at the mean
   * cost.
   *
   * @param meanCost the average cost of winning a customer without a referral; null where that is
   *     not known
   */
  public static Dataset<Row> withSavedCost(Dataset<Row> network, Column meanCost) {
    Column saved = NetworkColumns.CONVERTED.col().multiply(meanCost);
    return network.withColumn(
        NetworkColumns.SAVED_ACQUISITION_COST.name(),
        NetworkColumns.SAVED_ACQUISITION_COST.is(saved));
  }

  /** One row per referrer, with the first generation below them. */
  private static Dataset<Row> direct(Dataset<Row> pairs, Dataset<Row> rings) {
    Dataset<Row> members =
        rings.select(
            ReferralSource.REFERRED_ID.is(SharedColumns.CUSTOMER_ID.col()),
            PairColumns.IN_RING.is(lit(true)));
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
        .join(members, ReferralSource.REFERRED_ID.name(), "left")
        .groupBy(SharedColumns.CUSTOMER_ID.is(ReferralSource.REFERRER_ID.col()))
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

  /**
   * Hands the sums of each referrer up to their ancestors, a row for each: the first generation
   * below a referrer is the second below their own referrer. A person who refers no one has nothing
   * to hand up, and their referrer has counted them.
   */
  private Dataset<Row> sumUp(Dataset<Row> referrers) {
    Column[] handed =
        IntStream.rangeClosed(1, depth).mapToObj(ReferralNetwork::handed).toArray(Column[]::new);
    Column own = PairColumns.GENERATION.col().equalTo(1);
    Column anybody = NetworkColumns.REFERRED.col().gt(0);
    return referrers
        .select(inline(array(handed)))
        .where(SharedColumns.CUSTOMER_ID.col().isNotNull())
        .groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(
            NetworkColumns.REFERRED.is(max(when(own, NetworkColumns.REFERRED.col()))),
            NetworkColumns.CONVERTED.is(max(when(own, NetworkColumns.CONVERTED.col()))),
            NetworkColumns.GENERATIONS.is(orZero(max(when(anybody, PairColumns.GENERATION.col())))),
            NetworkColumns.REFERRED_NET_SALES.is(
                max(when(own, NetworkColumns.REFERRED_NET_SALES.col()))),
            NetworkColumns.NETWORK_CUSTOMERS.is(sum(NetworkColumns.CONVERTED.col())),
            NetworkColumns.NETWORK_NET_SALES.is(sum(NetworkColumns.REFERRED_NET_SALES.col())),
            NetworkColumns.SAVED_ACQUISITION_COST.nullColumn(),
            NetworkColumns.FLAGS.is(max(when(own, NetworkColumns.FLAGS.col()))));
  }

  private static Column handed(int generation) {
    Column to =
        generation == 1
            ? SharedColumns.CUSTOMER_ID.col()
            : PairColumns.ancestor(generation - 1).col();
    return struct(
        SharedColumns.CUSTOMER_ID.is(to),
        PairColumns.GENERATION.is(lit(generation)),
        NetworkColumns.REFERRED.col(),
        NetworkColumns.CONVERTED.col(),
        NetworkColumns.REFERRED_NET_SALES.col(),
        NetworkColumns.FLAGS.col());
  }

  private static Column orZero(Column value) {
    return coalesce(value, lit(0));
  }
}
