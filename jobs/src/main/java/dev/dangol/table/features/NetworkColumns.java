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
              "Different people he referred to date: those whom nobody else referred before him,"
                  + " himself and rings not counted.")
          .asRequired();
  public static final Field CONVERTED =
      Field.count(
              "converted",
              "Of the people he referred, those who became customers: the source says so by the"
                  + " day, or they bought on the day of the referral or later; nobody who had"
                  + " bought before that day.")
          .asRequired();
  public static final Field GENERATIONS =
      Field.count(
              "generations",
              "How deep the tree below him is, up to features.referral-generations: 1 where the"
                  + " people he referred refer nobody themselves, 0 where nobody is counted.")
          .asRequired();
  public static final Field REFERRED_NET_SALES =
      Field.total(
              "referred_net_sales",
              "Net sales to date of the people he referred who became customers, less refunds.")
          .asRequired();
  public static final Field NETWORK_CUSTOMERS =
      Field.count(
              "network_customers",
              "People who became customers in all generations of his tree, up to"
                  + " features.referral-generations.")
          .asRequired();
  public static final Field NETWORK_NET_SALES =
      Field.total("network_net_sales", "Net sales to date of network_customers, less refunds.")
          .asRequired();
  public static final Field SAVED_ACQUISITION_COST =
      Field.total(
          "saved_acquisition_cost",
          "What winning as many customers as converted costs on average where nobody referred"
              + " them, in the reporting currency; null where that cost is not known.");
  public static final Field FLAGS =
      Field.list(
              "flags",
              "What is odd about his referrals, in alphabetical order, empty for nothing:"
                  + " already_customer (somebody had bought before the day of the referral),"
                  + " referred_before (somebody else had referred the person earlier), ring (his"
                  + " referrals lead back to him), self_referral.")
          .asRequired();

  public static final Table TABLE =
      new Table(
          "referral_network",
          "A customer who referred anybody to date, and what came of it.",
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
