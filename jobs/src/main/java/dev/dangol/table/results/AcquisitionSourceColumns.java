package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.features.AcquisitionColumns;
import dev.dangol.table.features.SalesColumns;
import java.util.List;

/** Columns of {@code acquisition_sources}. */
public final class AcquisitionSourceColumns {
  public static final Field ACQUIRED_BY =
      AcquisitionColumns.ACQUIRED_BY.renamed(
          "acquired_by",
          "What brought the customers, as customer_features has it; null for those of whom it is not"
              + " known, and for costs of no source.");
  public static final Field CUSTOMERS =
      RetentionColumns.CUSTOMERS.renamed(
          "customers", "Customers of customer_features that it brought; 0 where it only cost.");
  public static final Field WORD_OF_MOUTH =
      Field.count(
          "word_of_mouth",
          "Those of them whom another customer had referred by the day of their first purchase; null"
              + " without the source referrals.");
  public static final Field COST_AMOUNT =
      SharedColumns.COST_AMOUNT.renamed(
          "cost_amount",
          "What was spent on it to date: the costs with the same acquired_by; null where costs or"
              + " what they were spent for are not known.");
  public static final Field COST_PER_CUSTOMER =
      Field.number(
          "cost_per_customer",
          "cost_amount divided by customers: the cost of winning one; null where either is not"
              + " known.");
  public static final Field NET_SALES =
      Field.total("net_sales", "Net sales of these customers to date, less refunds.").asRequired();
  public static final Field MARGIN =
      SalesColumns.MARGIN_LIFETIME.renamed(
          "margin", "Their margin to date; null where none is known.");
  public static final Field EXPECTED_NET_SALES =
      ValueColumns.EXPECTED_NET_SALES.renamed(
          "expected_net_sales",
          "Net sales expected of them in the next value.clv-months months, added up; null where"
              + " customer_value has none.");
  public static final Field RETURN_ON_COST =
      Field.number("return_on_cost", "net_sales divided by cost_amount; null without a cost.");
  public static final Field KEEP_COST =
      Field.number(
          "keep_cost_per_customer",
          "What keeping one of them has cost to date: discounts, programme, messages and support of"
              + " the table effort, by customer; null where none is known.");

  /** Intermediate columns, never stored. */
  public static final Field KEPT =
      Field.total("_kept", "What keeping the customers cost; null where it is not known.");

  public static final Field IS_CUSTOMER =
      Field.count("_is_customer", "1 for a customer, 0 for a cost.");
  public static final Field IS_REFERRED =
      Field.count("_is_referred", "1 for a customer whom another had referred.");
  public static final Field FIRST_REFERRED_ON =
      Field.day("_first_referred_on", "The day of the first referral of a customer.");

  public static final Table TABLE =
      new Table(
          "acquisition_sources",
          "What brought customers: how many, at what cost, and what they bring.",
          List.of(SharedColumns.AS_OF, ACQUIRED_BY),
          List.of(
              SharedColumns.AS_OF,
              ACQUIRED_BY,
              CUSTOMERS,
              WORD_OF_MOUTH,
              COST_AMOUNT,
              COST_PER_CUSTOMER,
              NET_SALES,
              MARGIN,
              EXPECTED_NET_SALES,
              RETURN_ON_COST,
              KEEP_COST));

  private AcquisitionSourceColumns() {}
}
