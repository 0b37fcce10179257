package dev.dangol.value.fitting;

/**
 * Rules by which models are fitted.
 *
 * @param minRepeatBuyers with fewer repeat buyers nothing is fitted
 * @param penalty 0 for plain maximum likelihood; else so much by the sum of the squared parameters
 *     is taken off the mean log-likelihood of a customer, which keeps parameters small
 */
public record FitRules(long minRepeatBuyers, double penalty) {
  /** Plain maximum likelihood from 50 repeat buyers on. */
  public static final FitRules USUAL = new FitRules(50, 0);
}
