package dev.dangol.ingest.identity;

import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.IdentitySettings;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Finds connected components by alternating large-star and small-star operations. Every link runs
 * from the greater id to the lesser. Rounds are repeated until one moves no link: then each id is
 * linked to the least of its component and to nothing else. A chain of n hops takes about log n
 * rounds.
 *
 * <p>Source: Kiveris, Lattanzi, Mirrokni, Rastogi, Vassilvitskii: Connected Components in MapReduce
 * and Beyond, 2014.
 */
public final class AlternatingStars {
  private static final Column FROM = LinkColumns.FROM.col();
  private static final Column TO = LinkColumns.TO.col();
  private static final Column LEAST = LinkColumns.LEAST.col();
  private static final WindowSpec SAME_ID = Window.partitionBy(FROM);

  private AlternatingStars() {}

  /** The links that shared keys make: from each carrier of a key to the least of them. */
  public static Dataset<Row> of(Dataset<Row> sharedKeys, IdentitySettings settings) {
    Column id = LinkColumns.ID.col();
    Column first = LinkColumns.FIRST_ID.col();
    return sharedKeys
        .where(SharedKeys.links(settings).and(id.notEqual(first)))
        .select(link(id, first, lit(true)))
        .distinct();
  }

  /** As many links after one round, each marked where the round moved it; some may be repeated. */
  public static Dataset<Row> round(Dataset<Row> links) {
    return smallStar(largeStar(links));
  }

  /** Links the greater neighbours of each id to the least of it and all its neighbours. */
  private static Dataset<Row> largeStar(Dataset<Row> links) {
    return links
        .select(FROM, TO)
        .union(links.select(TO, FROM))
        .withColumn(LinkColumns.LEAST.name(), least(FROM, min(TO).over(SAME_ID)))
        .where(TO.gt(FROM))
        .select(link(TO, LEAST, LEAST.notEqual(FROM)));
  }

  /**
   * Links each id and its lesser neighbours to the least of them: the link to that one stays, every
   * other gives way to one between the neighbours.
   */
  private static Dataset<Row> smallStar(Dataset<Row> links) {
    Column isLeast = TO.equalTo(LEAST);
    return links
        .withColumn(LinkColumns.LEAST.name(), min(TO).over(SAME_ID))
        .select(
            link(
                when(isLeast, FROM).otherwise(TO),
                LEAST,
                LinkColumns.MOVED.col().or(isLeast.equalTo(false))));
  }

  private static Column[] link(Column from, Column to, Column moved) {
    return new Column[] {
      LinkColumns.FROM.is(from), LinkColumns.TO.is(to), LinkColumns.MOVED.is(moved)
    };
  }
}
