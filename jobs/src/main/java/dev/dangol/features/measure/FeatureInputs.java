package dev.dangol.features.measure;

import dev.dangol.features.purchases.PurchaseDays;
import dev.dangol.features.satisfaction.CustomerExperience;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Inputs that several tables of one day share, so that each is computed once.
 *
 * @param history the history of each customer's orders, as it is folded
 * @param days what each customer bought on each day, as {@link PurchaseDays} gives it
 * @param experience the experiences of each customer, as {@link CustomerExperience} gives it
 * @param folded the measures of each customer that are folded over their rows
 * @param shapers the customers who shape the market, kept; empty where they are not asked for
 * @param network the rows of {@code referral_network}; empty where referrals are not configured
 */
public record FeatureInputs(
    Dataset<Row> history,
    Dataset<Row> days,
    Dataset<Row> experience,
    Dataset<Row> folded,
    Optional<Dataset<Row>> shapers,
    Optional<Dataset<Row>> network) {}
