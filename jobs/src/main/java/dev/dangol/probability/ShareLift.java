package dev.dangol.probability;

/**
 * Lift of a share over that of everyone, with its interval, and the chance of such a difference.
 *
 * <p>The interval is that of the ratio of two independent shares, the group's against all others',
 * on the logarithmic scale (Katz, Baptista, Azen and Pike, "Obtaining confidence intervals for the
 * risk ratio in cohort studies", Biometrics 34, 1978), with one half added to each count where one
 * of the two is 0 (Walter, Biometrika 62, 1975), turned into a lift over everyone, who are the
 * group and the others.
 *
 * @param with members of the group who have it
 * @param members members of the group
 * @param allWith everyone who has it, the group included
 * @param all everyone, the group included
 */
public record ShareLift(long with, long members, long allWith, long all) {
  /** The normal deviate of a 95 % interval. */
  private static final double DEVIATE = 1.959963984540054;

  /** The share of the group. */
  public double share() {
    return (double) with / members;
  }

  /** The share of the group divided by that of everyone; NaN where nobody has it. */
  public double lift() {
    return share() * all / allWith;
  }

  /** Lower end of the lift's 95 % interval. */
  public double low() {
    return with == 0 ? 0 : Math.min(lift(), asLift(ratio() * Math.exp(-width())));
  }

  /** Upper end of it. */
  public double high() {
    return allWith == with
        ? (double) all / members
        : Math.max(lift(), asLift(ratio() * Math.exp(width())));
  }

  /** Share of the group divided by that of the others; one half is added where one of them is 0. */
  public double ratio() {
    double others = added(allWith - with) / added(all - members);
    return added(with) / added(members) / others;
  }

  private double width() {
    double variance =
        1 / added(with) - 1 / added(members) + 1 / added(allWith - with) - 1 / added(all - members);
    return DEVIATE * Math.sqrt(Math.max(0, variance));
  }

  private double asLift(double ratio) {
    double part = (double) members / all;
    return ratio / (part * ratio + 1 - part);
  }

  private double added(long count) {
    return count + (with == 0 || allWith == with ? 0.5 : 0);
  }
}
