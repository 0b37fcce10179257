package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.TextRules;
import java.util.List;
import java.util.Set;

/**
 * Settings of the backtest of ideal customers, and of control groups.
 *
 * @param enabled whether an earlier choice is made at every run and compared with its outcomes
 * @param months how long before the as-of day it is made
 * @param minDays with fewer days since then, nothing is measured
 * @param shares the further sizes of choice that are compared, as shares of customers, ascending
 * @param lasting the names of attributes of customers that do not change
 * @param control how customers are kept from campaigns
 */
public record ProofSettings(
    boolean enabled,
    int months,
    int minDays,
    List<Double> shares,
    Set<String> lasting,
    ControlSettings control) {
  public ProofSettings {
    shares = List.copyOf(shares);
    lasting = Set.copyOf(lasting);
  }

  /** Reads the sections {@code proof} and {@code control}. */
  static ProofSettings read(ConfigSection proof, ConfigSection control) {
    return new ProofSettings(
        proof.one("enabled", TextRules.YES_OR_NO).equals("true"),
        proof.one("months", NumberRules.COUNT),
        proof.one("min-days", NumberRules.COUNT),
        proof.ascending("shares", NumberRules.SHARE),
        Set.copyOf(proof.ascendingIfSet("lasting-attributes", TextRules.TEXT)),
        new ControlSettings(
            control.one("share", NumberRules.SHARE),
            control.optional("secret", TextRules.TEXT).orElse(""),
            control.one("days", NumberRules.COUNT)));
  }

  /**
   * Settings of control groups, which are kept from campaigns to measure the effect of these.
   *
   * @param share the share of each cohort that is kept from campaigns, 0 to 1
   * @param secret the key of the draw; empty for a draw that anyone can repeat
   * @param days how long after a campaign's beginning customers are observed
   */
  public record ControlSettings(double share, String secret, int days) {
    /** All parts but the key of the draw, which is a secret. */
    @Override
    public String toString() {
      return "ControlSettings[share=" + share + ", days=" + days + "]";
    }
  }
}
