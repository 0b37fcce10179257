package dev.dangol.cohorts.backtest;

import dev.dangol.table.RowReader;
import dev.dangol.table.results.ProofColumns;
import java.math.BigDecimal;

/**
 * Sums of the later outcomes of a group of customers.
 *
 * @param net net sales
 * @param squares the squares of each customer's net sales
 * @param margin as far as it is known
 * @param buyers those of them who bought at least once
 */
record OutcomeSums(
    long customers,
    BigDecimal net,
    double squares,
    BigDecimal margin,
    long orders,
    long buyers,
    long referrals) {

  static final OutcomeSums NONE = new OutcomeSums(0, BigDecimal.ZERO, 0, BigDecimal.ZERO, 0, 0, 0);

  static OutcomeSums of(RowReader cells) {
    return new OutcomeSums(
        cells.count(ProofColumns.CHOSEN_CUSTOMERS),
        cells.total(ProofColumns.LATER_NET),
        cells.number(ProofColumns.LATER_SQUARES).orElse(0),
        cells.total(ProofColumns.LATER_MARGIN),
        cells.count(ProofColumns.LATER_ORDERS),
        cells.count(ProofColumns.LATER_BUYERS),
        cells.count(ProofColumns.LATER_REFERRALS));
  }

  OutcomeSums and(OutcomeSums more) {
    return new OutcomeSums(
        customers + more.customers,
        net.add(more.net),
        squares + more.squares,
        margin.add(more.margin),
        orders + more.orders,
        buyers + more.buyers,
        referrals + more.referrals);
  }
}
