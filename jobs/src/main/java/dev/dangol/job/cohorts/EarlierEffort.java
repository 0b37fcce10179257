package dev.dangol.job.cohorts;

import static org.apache.spark.sql.functions.lit;

import dev.dangol.cohorts.CustomerAttributes;
import dev.dangol.features.referrals.ReferralNetwork;
import dev.dangol.features.scores.CustomerEffort;
import dev.dangol.job.JobContext;
import dev.dangol.table.RowReader;
import dev.dangol.table.features.NetworkColumns;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Effort and referrals of customers as of an earlier day, by what was known then. They are computed
 * only where the choice of the ideal cohort names one of their columns; nothing is published.
 *
 * @param cut the earlier day
 * @param network the referrals as of that day; empty where there are none, or none were asked for
 */
record EarlierEffort(JobContext cut, Optional<Dataset<Row>> network) {

  /**
   * The customers with the columns that are named; starts a Spark job for the saved cost alone.
   *
   * @param features the features that effort is made from
   */
  Dataset<Row> joined(Dataset<Row> customers, Dataset<Row> features) {
    NamedTables named = IdealCohortSources.named(cut.settings());
    Dataset<Row> described =
        named.effort() ? CustomerAttributes.of(customers, List.of(effort(features))) : customers;
    return named.network() ? named.withNetwork(described, network(named, features)) : described;
  }

  private Dataset<Row> effort(Dataset<Row> features) {
    Optional<Dataset<Row>> costs =
        Optional.ofNullable(clean().get(Sources.COSTS))
            .filter(any -> CustomerEffort.costsMapped(cut.settings()));
    return CustomerEffort.of(features, costs, cut.asOf());
  }

  private Dataset<Row> network(NamedTables named, Dataset<Row> features) {
    Dataset<Row> rows = network.orElseGet(() -> cut.lake().none(NetworkColumns.TABLE));
    return network.isPresent() && named.names(List.of(NetworkColumns.SAVED_ACQUISITION_COST))
        ? ReferralNetwork.withSavedCost(rows, meanCost(features))
        : rows;
  }

  private Column meanCost(Dataset<Row> features) {
    Dataset<Row> mean =
        CustomerEffort.meanCost(effort(features), clean().get(Sources.REFERRALS), cut.asOf());
    return lit(
        new RowReader(mean.head()).amount(NetworkColumns.SAVED_ACQUISITION_COST).orElse(null));
  }

  private Map<Source, Dataset<Row>> clean() {
    return cut.clean(List.of(Sources.COSTS, Sources.REFERRALS));
  }
}
