package dev.dangol.value.fitting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.linear.RealMatrix;

/** Parameters found by maximum likelihood, how sure they are, and how they were found. */
public final class ParameterEstimate implements FitResult {
  /** Of the normal distribution: 95 % lie within so many standard deviations. */
  public static final double Z95 = 1.959963984540054;

  private final List<String> names;
  private final double[] values;
  private final Optional<RealMatrix> logCovariance;
  private final double logLikelihood;
  private final Optional<FitConvergence> convergence;

  ParameterEstimate(ParametricModel model, LikelihoodMaximum maximum) {
    this.names = model.names();
    this.values = maximum.parameters();
    this.logCovariance = Optional.of(maximum.logCovariance());
    this.logLikelihood = maximum.value();
    this.convergence = Optional.of(maximum.convergence());
  }

  private ParameterEstimate(ParametricModel model, double[] values, double logLikelihood) {
    this.names = model.names();
    this.values = values.clone();
    this.logCovariance = Optional.empty();
    this.logLikelihood = logLikelihood;
    this.convergence = Optional.empty();
  }

  /**
   * Parameters that were counted and not searched for, without standard errors and intervals.
   *
   * @param logLikelihood NaN where it says nothing
   */
  public static ParameterEstimate known(
      ParametricModel model, double[] values, double logLikelihood) {
    return new ParameterEstimate(model, values, logLikelihood);
  }

  @Override
  public Optional<ParameterEstimate> found() {
    return Optional.of(this);
  }

  @Override
  public Optional<String> remark() {
    return Optional.empty();
  }

  /** The parameters by their names in the literature. */
  public Map<String, Double> parameters() {
    Map<String, Double> named = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      named.put(names.get(i), values[i]);
    }
    return named;
  }

  /** The parameters in the model's order. */
  public double[] values() {
    return values.clone();
  }

  /**
   * Standard errors by parameter, from the curvature of the log-likelihood at its maximum; empty
   * where the parameters are known otherwise.
   */
  public Map<String, Double> standardErrors() {
    Map<String, Double> named = new LinkedHashMap<>();
    for (int i = 0; i < values.length && isMaximum(); i++) {
      named.put(names.get(i), values[i] * Math.sqrt(logCovariance.get().getEntry(i, i)));
    }
    return named;
  }

  /** True for parameters found by maximum likelihood, false for those known otherwise. */
  public boolean isMaximum() {
    return logCovariance.isPresent();
  }

  /** The 95 % interval of a parameter, symmetric in its logarithm; NaN where there is none. */
  public ConfidenceInterval interval(String name) {
    int i = names.indexOf(name);
    double variance = logCovariance.map(matrix -> matrix.getEntry(i, i)).orElse(Double.NaN);
    double reach = Math.exp(Z95 * Math.sqrt(variance));
    return new ConfidenceInterval(values[i], values[i] / reach, values[i] * reach);
  }

  /**
   * A quantity that depends on the parameters, with its 95 % interval by the delta method: the
   * uncertainty of the parameters only, without the chance in what customers do. Its bounds are NaN
   * where the parameters are not known by maximum likelihood.
   */
  public ConfidenceInterval interval(DerivedQuantity quantity) {
    double value = quantity.of(values.clone());
    if (!isMaximum()) {
      return new ConfidenceInterval(value, Double.NaN, Double.NaN);
    }
    double[] slope = new double[values.length];
    double step = 1e-4;
    for (int i = 0; i < slope.length; i++) {
      double[] moved = values.clone();
      moved[i] = values[i] * Math.exp(step);
      double above = quantity.of(moved);
      moved[i] = values[i] * Math.exp(-step);
      slope[i] = (above - quantity.of(moved)) / (2 * step);
    }
    double[] carried = logCovariance.get().operate(slope);
    double variance = 0;
    for (int i = 0; i < slope.length; i++) {
      variance += slope[i] * carried[i];
    }
    double reach = Z95 * Math.sqrt(Math.max(0, variance));
    return new ConfidenceInterval(value, value - reach, value + reach);
  }

  /** A number that follows from parameters, given in the model's order. */
  public interface DerivedQuantity {
    double of(double[] parameters);
  }

  /**
   * The log-likelihood of all customers at the parameters, without the penalty; NaN where it says
   * nothing.
   */
  public double logLikelihood() {
    return logLikelihood;
  }

  /** The way to the maximum; empty where there was no search. */
  public Optional<FitConvergence> convergence() {
    return convergence;
  }
}
