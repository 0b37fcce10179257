package dev.dangol.table.features;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.util.List;

/** Columns of {@code referral_network}. */
public final class NetworkColumns {
  public static final Field REFERRED =
      Field.count(
              "referred",
              "Different people the customer referred to date: those no one else had referred"
                  + " before, the customer and rings not counted.")
          .asRequired();
  public static final Field CONVERTED =
      Field.count(
              "converted",
              "Of the people referred, those who became customers: the source says so by the day,"
                  + " or they bought on the day of the referral or later; people who had bought"
                  + " before that day are not counted.")
          .asRequired();
  public static final Field GENERATIONS =
      Field.count(
              "generations",
              "Depth of the tree below the customer, up to features.referral-generations: 1 where"
                  + " the people they referred refer no one themselves, 0 where no one is counted.")
          .asRequired();
  public static final Field REFERRED_NET_SALES =
      Field.total(
              "referred_net_sales",
              "Net sales to date of the people referred who became customers, less refunds.")
          .asRequired();
  public static final Field NETWORK_CUSTOMERS =
      Field.count(
              "network_customers",
              "People who became customers in all generations of the customer's tree, up to"
                  + " features.referral-generations.")
          .asRequired();
  public static final Field NETWORK_NET_SALES =
      Field.total("network_net_sales", "Net sales to date of network_customers, less refunds.")
          .asRequired();
  public static final Field SAVED_ACQUISITION_COST =
      Field.total(
          "saved_acquisition_cost",
          "Average cost of winning as many customers as converted without a referral, in the"
              + " reporting currency; null where that cost is not known.");
  public static final Field FLAGS =
      Field.list(
              "flags",
              "What is odd about the customer's referrals, in alphabetical order, empty for"
                  + " nothing: already_customer (a person had bought before the day of the"
                  + " referral), referred_before (someone else had referred the person earlier),"
                  + " ring (the referrals lead back to the customer), self_referral.")
          .asRequired();

  public static final Table TABLE =
      new Table(
          "referral_network",
          "A customer who referred anyone to date, and what came of it.",
          List.of(SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID),
          List.of(
              SharedColumns.AS_OF,
              SharedColumns.CUSTOMER_ID,
              REFERRED,
              CONVERTED,
              GENERATIONS,
              REFERRED_NET_SALES,
              NETWORK_CUSTOMERS,
              NETWORK_NET_SALES,
              SAVED_ACQUISITION_COST,
              FLAGS));

  private NetworkColumns() {}
}
