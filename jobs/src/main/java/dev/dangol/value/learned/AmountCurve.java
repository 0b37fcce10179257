package dev.dangol.value.learned;

import java.io.Serializable;

/** Curve from a score of a customer to the net sales that customers with it brought on average. */
public interface AmountCurve extends Serializable {
  /** The amount of a score, 0 or more. */
  double amount(double score);
}
