package dev.dangol.contacts.affinity;

import org.apache.commons.math3.special.Erf;

/**
 * Lift of a value: its rate of responses over that of all messages to a group, with an interval.
 *
 * <p>Compared are the messages with the value and those with any other one: the variance of the
 * logarithm of the ratio of their rates is that of a ratio of sums over customers, so that the
 * messages of one customer may be as alike as they are (Cochran, "Sampling Techniques", 1977, on
 * ratio estimates; Liang and Zeger, "Longitudinal data analysis using generalized linear models",
 * Biometrika 73, 1986). Where one side has no response, one half is added to each count (Walter,
 * Biometrika 62, 1975), and messages count one by one. The ends become those of the lift, which is
 * r / (w r + 1 - w) for the ratio r and the part w of the messages that have the value.
 *
 * @param lift the rate over the base rate
 * @param low the lower end of its interval at 95 %
 * @param high the upper end of the same
 * @param pValue two-sided, of the hypothesis that the rates are equal
 */
record ResponseLift(double lift, double low, double high, double pValue) {
  /** The normal deviate of a 95 % interval. */
  private static final double DEVIATE = 1.959963984540054;

  /**
   * The lift of a value.
   *
   * @param own of the messages with the value, fewer than all
   * @param all of the messages with any value, with a response among them
   */
  static ResponseLift of(ResponseSums own, ResponseSums all) {
    double sentElse = all.sent() - own.sent();
    double respondedElse = all.responded() - own.responded();
    boolean empty = own.responded() == 0 || respondedElse == 0;
    double half = empty ? 0.5 : 0;
    double ratio =
        (own.responded() + half)
            / (own.sent() + half)
            / ((respondedElse + half) / (sentElse + half));
    double variance = empty ? plainVariance(own, all) : variance(own, all);
    double part = (double) own.sent() / all.sent();
    double width = Math.exp(DEVIATE * Math.sqrt(variance));
    double lift = ((double) own.responded() / own.sent()) / ((double) all.responded() / all.sent());
    double deviation = variance > 0 ? Math.abs(Math.log(ratio)) / Math.sqrt(variance) : 0;
    return new ResponseLift(
        lift,
        own.responded() == 0 ? 0 : Math.min(lift, lift(ratio / width, part)),
        respondedElse == 0 ? 1 / part : Math.max(lift, lift(ratio * width, part)),
        Erf.erfc(deviation / Math.sqrt(2)));
  }

  private static double lift(double ratio, double part) {
    return ratio / (part * ratio + 1 - part);
  }

  private static double plainVariance(ResponseSums own, ResponseSums all) {
    double half = 0.5;
    double others =
        1 / (all.responded() - own.responded() + half) - 1 / (all.sent() - own.sent() + half);
    return 1 / (own.responded() + half) - 1 / (own.sent() + half) + others;
  }

  /**
   * The sum over customers of the squares of a b − c n − d s + e m, where b of their n messages
   * with the value, and s of their m with any, have a response; by the products that are known.
   */
  private static double variance(ResponseSums own, ResponseSums all) {
    double sentElse = all.sent() - own.sent();
    double respondedElse = all.responded() - own.responded();
    double a = 1.0 / own.responded() + 1 / respondedElse;
    double c = 1.0 / own.sent() + 1 / sentElse;
    double d = 1 / respondedElse;
    double e = 1 / sentElse;
    double squares =
        a * a * own.respondedSquared()
            + c * c * own.sentSquared()
            + d * d * all.respondedSquared()
            + e * e * all.sentSquared();
    double products =
        -a * c * own.sentByResponded()
            - a * d * own.respondedByAllResponded()
            + a * e * own.respondedByAllSent()
            + c * d * own.sentByAllResponded()
            - c * e * own.sentByAllSent()
            - d * e * all.sentByResponded();
    double customers = all.customers();
    double few = customers > 1 ? customers / (customers - 1) : 1;
    return Math.max(0, few * (squares + 2 * products));
  }
}
