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
  private final RealMatrix logCovariance;
  private final double logLikelihood;
  private final FitConvergence convergence;

  ParameterEstimate(ParametricModel model, LikelihoodMaximum maximum) {
    this.names = model.names();
    this.values = maximum.parameters();
    this.logCovariance = maximum.logCovariance();
    this.logLikelihood = maximum.value();
    this.convergence = maximum.convergence();
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

  /** Standard errors by parameter, from the curvature of the log-likelihood at its maximum. */
  public Map<String, Double> standardErrors() {
    Map<String, Double> named = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      named.put(names.get(i), values[i] * Math.sqrt(logCovariance.getEntry(i, i)));
    }
    return named;
  }

  /** The 95 % interval of a parameter, symmetric in its logarithm. */
  public ConfidenceInterval interval(String name) {
    int i = names.indexOf(name);
    double reach = Math.exp(Z95 * Math.sqrt(logCovariance.getEntry(i, i)));
    return new ConfidenceInterval(values[i], values[i] / reach, values[i] * reach);
  }

  /**
   * A quantity that depends on the parameters, with its 95 % interval by the delta method: the
   * uncertainty of the parameters only, without the chance in what customers do.
   */
  public ConfidenceInterval interval(DerivedQuantity quantity) {
    double[] slope = new double[values.length];
    double step = 1e-4;
    for (int i = 0; i < slope.length; i++) {
      double[] moved = values.clone();
      moved[i] = values[i] * Math.exp(step);
      double above = quantity.of(moved);
      moved[i] = values[i] * Math.exp(-step);
      slope[i] = (above - quantity.of(moved)) / (2 * step);
    }
    double[] carried = logCovariance.operate(slope);
    double variance = 0;
    for (int i = 0; i < slope.length; i++) {
      variance += slope[i] * carried[i];
    }
    double reach = Z95 * Math.sqrt(Math.max(0, variance));
    double value = quantity.of(values.clone());
    return new ConfidenceInterval(value, value - reach, value + reach);
  }

  /** A number that follows from parameters, given in the model's order. */
  public interface DerivedQuantity {
    double of(double[] parameters);
  }

  /** The log-likelihood of all customers at the parameters, without the penalty. */
  public double logLikelihood() {
    return logLikelihood;
  }

  public FitConvergence convergence() {
    return convergence;
  }
}
