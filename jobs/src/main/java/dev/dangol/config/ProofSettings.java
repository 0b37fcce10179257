package dev.dangol.config;

import java.util.List;

/**
 * How the choice of ideal customers is proved, and what campaigns did.
 *
 * @param enabled whether an earlier choice is made at every run and held against what followed
 * @param months how long before the as-of day it is made
 * @param minDays with fewer days since, nothing is said
 * @param shares the further sizes of choice that are compared, as shares of customers, ascending
 * @param control how customers are kept from campaigns
 */
public record ProofSettings(
    boolean enabled, int months, int minDays, List<Double> shares, ControlSettings control) {
  public ProofSettings {
    shares = List.copyOf(shares);
  }

  /**
   * How customers are kept from campaigns, so that it can be told what these did.
   *
   * @param share the share of each cohort that is kept from campaigns, 0 to 1
   * @param secret the key of the draw; empty for a draw that anybody can repeat
   * @param days how long after a campaign began customers are watched
   */
  public record ControlSettings(double share, String secret, int days) {
    /** The key of the draw is nobody's business. */
    @Override
    public String toString() {
      return "ControlSettings[share=" + share + ", days=" + days + "]";
    }
  }
}
