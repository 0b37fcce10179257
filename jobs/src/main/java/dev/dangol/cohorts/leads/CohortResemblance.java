package dev.dangol.cohorts.leads;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.LookalikeColumns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Naive Bayes classifier of the cohort that a person resembles, by their record alone. A value of
 * an attribute speaks for a cohort by the logarithm of its share among the members over its share
 * among all customers, and the cohort for which a person's values speak most on average is the
 * nearest: the likelihood ratio of a naive Bayes classifier, per value (Manning, Raghavan and
 * Schütze, "Introduction to Information Retrieval", 2008, chapter 13). Shares are smoothed by
 * adding one person who has the value and one who has not.
 */
public final class CohortResemblance {
  private static final int DIGITS = 9;
  private static final Field HOLDERS = Field.count("_holders", "Members who have the value.");
  private static final Field ALL_HOLDERS = Field.count("_all_holders", "All who have the value.");
  private static final Field ALL = Field.count("_all", "All customers with a record.");
  private static final Field SPEAKS = Field.number("_speaks", "How far a value speaks for it.");

  private CohortResemblance() {}

  /**
   * One row per person with any known value that enough customers have, with the cohort that they
   * are most like; the first by name where several are. Cohorts without members are left out.
   *
   * @param people the people to classify; only their ids are read
   * @param terms values of people's and customers' records, as {@link ProspectRecords#terms} gives
   *     them
   * @param members one row per cohort and member; whoever is in any cohort is a customer
   * @param least values that fewer customers have are left out
   */
  public static Dataset<Row> of(
      Dataset<Row> people, Dataset<Row> terms, Dataset<Row> members, int least) {
    String key = SharedColumns.CUSTOMER_ID.name();
    Dataset<Row> voices = voices(terms, members, least);
    Column speaks = round(avg(SPEAKS.col()), DIGITS);
    return each(people.select(SharedColumns.CUSTOMER_ID.col()).join(terms, key, "inner"))
        .join(broadcast(voices), LookalikeColumns.TERM.name(), "inner")
        .groupBy(SharedColumns.CUSTOMER_ID.col(), SharedColumns.COHORT.col())
        .agg(SPEAKS.is(speaks))
        .groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(
            LookalikeColumns.NEAREST_COHORT.is(
                min_by(
                    SharedColumns.COHORT.col(),
                    struct(negate(SPEAKS.col()), SharedColumns.COHORT.col()))));
  }

  /** The log-likelihood ratio of each value for each cohort, in one row per pair. */
  private static Dataset<Row> voices(Dataset<Row> terms, Dataset<Row> members, int least) {
    String key = SharedColumns.CUSTOMER_ID.name();
    String[] both = {SharedColumns.COHORT.name(), LookalikeColumns.TERM.name()};
    Dataset<Row> customers = members.select(SharedColumns.CUSTOMER_ID.col()).distinct();
    Dataset<Row> known = customers.join(terms, key, "inner");
    Dataset<Row> base =
        each(known)
            .groupBy(LookalikeColumns.TERM.col())
            .agg(ALL_HOLDERS.is(count(lit(1))))
            .where(ALL_HOLDERS.col().geq(least));
    Dataset<Row> inCohorts = CohortNearness.inCohorts(members, terms);
    Dataset<Row> sizes =
        inCohorts
            .groupBy(SharedColumns.COHORT.col())
            .agg(LookalikeColumns.PEOPLE.is(count(lit(1))));
    Dataset<Row> held =
        each(inCohorts)
            .groupBy(SharedColumns.COHORT.col(), LookalikeColumns.TERM.col())
            .agg(HOLDERS.is(count(lit(1))));
    Column share = share(coalesce(HOLDERS.col(), lit(0)), LookalikeColumns.PEOPLE.col());
    Column usual = share(ALL_HOLDERS.col(), ALL.col());
    return base.crossJoin(sizes)
        .crossJoin(known.agg(ALL.is(count(lit(1)))))
        .join(held, both, "left")
        .select(
            SharedColumns.COHORT.col(),
            LookalikeColumns.TERM.col(),
            SPEAKS.is(log(share).minus(log(usual))));
  }

  private static Column share(Column holders, Column of) {
    return holders.plus(1).divide(of.plus(2));
  }

  /** A row for each value in the lists. */
  private static Dataset<Row> each(Dataset<Row> lists) {
    return lists.withColumn(LookalikeColumns.TERM.name(), explode(LookalikeColumns.TERMS.col()));
  }
}
