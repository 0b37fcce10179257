package dev.dangol.report.data;

/**
 * Retention of the customers who first bought in one month, in one later month.
 *
 * @param age calendar months since the first purchase
 * @param active customers who bought in that month
 * @param rate active customers divided by all of them, 0 to 1
 * @param open true where the month was not over on the day described
 */
public record RetentionCell(int age, long active, double rate, boolean open) {
  /** An asterisk where the month was not over. */
  public String mark() {
    return open ? "*" : "";
  }

  /** The darkness of the cell, 0 to 9, where 9 is the highest rate of the table. */
  public int shade(double highestRate) {
    return highestRate <= 0 ? 0 : (int) Math.min(9, Math.ceil(9 * rate / highestRate));
  }
}
