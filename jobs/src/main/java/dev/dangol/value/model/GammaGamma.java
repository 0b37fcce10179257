package dev.dangol.value.model;

import dev.dangol.value.fitting.FailedFit;
import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.FitRules;
import dev.dangol.value.fitting.LimitEstimate;
import dev.dangol.value.fitting.LogLikelihood;
import dev.dangol.value.fitting.MaximumLikelihood;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.special.Gamma;

/**
 * Gamma-Gamma model of spend: the value of a purchase varies around a mean of the customer's own.
 * See Fader, Hardie &amp; Lee 2005, "RFM and CLV". Spend is gamma distributed with shape p and a
 * rate that is gamma distributed over customers with shape q and rate v. It assumes that how much
 * customers spend has nothing to do with how often.
 */
public record GammaGamma() implements SpendModel {
  @Override
  public String name() {
    return "gamma-gamma";
  }

  @Override
  public List<String> names() {
    return List.of("p", "q", "v");
  }

  /**
   * Fits the model; never fails with an exception, but says why there are no parameters. At an
   * edge, where orders or customers do not differ, its limit is fitted.
   */
  @Override
  public FitResult fit(RepeatSpend spend, FitRules rules) {
    double customers = spend.customers();
    if (customers < rules.minRepeatBuyers() || customers == 0) {
      return FailedFit.tooFew(" for more than 0", customers, rules);
    }
    ConstantSpend constant = new ConstantSpend();
    return constant
        .fit(spend, rules)
        .found()
        .<FitResult>map(
            value -> new LimitEstimate(constant.name(), value, constant.assumption().orElseThrow()))
        .orElseGet(() -> varied(spend, rules));
  }

  private FitResult varied(RepeatSpend spend, FitRules rules) {
    MaximumLikelihood maximum = new MaximumLikelihood(this, rules);
    FitResult own = maximum.fit(likelihood(spend), starts(spend.mean()), spend.customers());
    if (!(own instanceof FailedFit none)) {
      return own;
    }
    ModelEdge edge = new ModelEdge(none, maximum.reached(), spend.customers());
    return Stream.of(new EqualMeans(), new OwnMeans())
        .flatMap(
            limit ->
                edge
                    .standing(limit.name(), limit.fit(spend, rules))
                    .map(found -> found.saying(limit.assumption()))
                    .stream())
        .findFirst()
        .<FitResult>map(limit -> limit)
        .orElse(none);
  }

  private static List<double[]> starts(double mean) {
    return List.of(
        new double[] {4, 4, mean * 3 / 4},
        new double[] {1, 2, mean},
        new double[] {20, 3, mean / 10},
        new double[] {2, 10, mean * 4.5});
  }

  /** The mean over customers does not exist where q is 1 or less. */
  @Override
  public SpendExpectation expectation(double[] parameters) {
    double excess = parameters[1] - 1;
    return new SpendExpectation(
        excess > 0 ? parameters[0] * parameters[2] / excess : Double.NaN,
        excess / parameters[0],
        SpendExpectation.OrderBasis.REPEATED);
  }

  private static LogLikelihood likelihood(RepeatSpend spend) {
    return (parameters, gradient) ->
        LogLikelihood.sum(
            spend.size(),
            gradient,
            (from, to) -> new GammaGammaTerms(parameters).sum(spend, from, to));
  }

  /** The terms of the log-likelihood and its gradient, group by group. */
  private static final class GammaGammaTerms {
    private final double p;
    private final double q;
    private final double v;
    private double x = -1;
    private double constant;
    private double byP;
    private double byQ;

    GammaGammaTerms(double[] parameters) {
      p = parameters[0];
      q = parameters[1];
      v = parameters[2];
    }

    double[] sum(RepeatSpend spend, int from, int to) {
      double[] sums = new double[4];
      for (int i = from; i < to; i++) {
        RepeatSpend.SpendGroup group = spend.group(i);
        if (group.frequency() != x) {
          takeFrequency(group.frequency());
        }
        add(group, sums);
      }
      return sums;
    }

    private void takeFrequency(double frequency) {
      x = frequency;
      double shape = p * x;
      double logX = Math.log(x);
      constant =
          Gamma.logGamma(shape + q)
              - Gamma.logGamma(shape)
              - Gamma.logGamma(q)
              + q * Math.log(v)
              + shape * logX;
      byP = x * (Gamma.digamma(shape + q) - Gamma.digamma(shape) + logX);
      byQ = Gamma.digamma(shape + q) - Gamma.digamma(q) + Math.log(v);
    }

    private void add(RepeatSpend.SpendGroup group, double[] sums) {
      double n = group.customers();
      double all = v + x * group.mean();
      double logAll = Math.log(all);
      sums[0] += n * (constant + (p * x - 1) * group.meanLog() - (p * x + q) * logAll);
      sums[1] += n * (byP + x * (group.meanLog() - logAll));
      sums[2] += n * (byQ - logAll);
      sums[3] += n * (q / v - (p * x + q) / all);
    }
  }
}
