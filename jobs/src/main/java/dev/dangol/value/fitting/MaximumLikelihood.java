package dev.dangol.value.fitting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Maximum likelihood by the logarithms of the parameters. A simplex search from every starting
 * point on a sample of the customers finds the neighbourhood; Newton steps on all of them, which
 * need the curvature that standard errors need anyway, find the maximum.
 */
public final class MaximumLikelihood {
  private static final int MOST_STEPS = 40;
  private static final int OTHER_FEET = 2;

  /** Of a parameter's logarithm, from the first starting point: beyond it there is no maximum. */
  private static final double FURTHEST = 14;

  /** Curvature that is none: a parameter known to a factor of e to the power of a thousand. */
  private static final double FLAT = 1e-6;

  /** Of the same logarithm: beyond it digits are lost. */
  private static final double FAR = 10;

  /** Curvature that is none there: a parameter known to a factor of e to the 10. */
  private static final double FLAT_FAR = 1e-2;

  /** Of the log-likelihood: what another Newton step promises to add counts as nothing below it. */
  private static final double NOTHING = 1e-8;

  /** Of the log-likelihood: heights that differ by less are the same. */
  private static final double LEVEL = 0.01;

  private static final String NO_NUMBERS =
      "The log-likelihood could not be computed near its maximum.";

  private final ParametricModel model;
  private final FitRules rules;
  private double reached = Double.NEGATIVE_INFINITY;

  public MaximumLikelihood(ParametricModel model, FitRules rules) {
    this.model = model;
    this.rules = rules;
  }

  /**
   * Fits the model. The best end of the sample's searches may lead to no maximum over all
   * customers; then the climb starts again from the starting points themselves. A top below what an
   * earlier climb came to is none.
   *
   * @param customers how many customers the log-likelihood adds up
   */
  public FitResult fit(
      LogLikelihood sample, LogLikelihood full, List<double[]> starts, double customers) {
    PenalizedObjective rough = new PenalizedObjective(sample, rules.penalty() * customers);
    PenalizedObjective exact = new PenalizedObjective(full, rules.penalty() * customers);
    double[] origin = PenalizedObjective.logs(starts.get(0));
    List<double[]> feet = new ArrayList<>();
    feet.add(best(rough, starts));
    starts.stream().limit(OTHER_FEET).map(PenalizedObjective::logs).forEach(feet::add);
    String reason = "";
    double top = Double.NEGATIVE_INFINITY;
    for (double[] foot : feet) {
      NewtonAscent ascent = new NewtonAscent(exact, foot, origin);
      Optional<String> fault = ascent.climb();
      if (fault.isEmpty() && ascent.height() > top - LEVEL) {
        return new ParameterEstimate(model, ascent.maximum(starts.size(), rough, customers));
      }
      reason = reason.isEmpty() ? fault.orElse("") : reason;
      if (ascent.height() > top) {
        top = ascent.height();
        reached = ascent.plainHeight();
      }
    }
    return new FailedFit(reason);
  }

  /** Fits the model to so few counts that the search needs no sample. */
  public FitResult fit(LogLikelihood full, List<double[]> starts, double customers) {
    return fit(full, full, starts, customers);
  }

  /**
   * The highest log-likelihood that a climb came to which found no maximum; negative infinity where
   * none was computed.
   */
  public double reached() {
    return reached;
  }

  private static double[] best(PenalizedObjective rough, List<double[]> starts) {
    return starts.stream()
        .map(start -> NelderMead.search(rough, start))
        .max(Comparator.comparingDouble(SimplexResult::value))
        .orElseThrow()
        .logs();
  }

  /** The end of a simplex search. */
  record SimplexResult(double value, List<Double> place) {
    double[] logs() {
      return place.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  /** Newton's method with steps that always lead upwards. */
  private final class NewtonAscent {
    private final PenalizedObjective objective;
    private final RealVector origin;
    private LikelihoodPoint point;
    private RealMatrix information;
    private int steps;

    NewtonAscent(PenalizedObjective objective, double[] logs, double[] origin) {
      this.objective = objective;
      this.origin = MatrixUtils.createRealVector(origin);
      this.point = new LikelihoodPoint(objective, MatrixUtils.createRealVector(logs));
    }

    double height() {
      return point.value();
    }

    double plainHeight() {
      return objective.withoutPenalty(point.parameters());
    }

    /** Climbs to the maximum; says what is wrong where there is none. */
    Optional<String> climb() {
      double promised = Double.MAX_VALUE;
      while (steps < MOST_STEPS && promised > NOTHING) {
        information = point.information();
        if (hasNoNumbers(information)) {
          return Optional.of(NO_NUMBERS);
        }
        RealVector step = step();
        promised = point.gradient().dotProduct(step) / 2;
        Optional<LikelihoodPoint> higher = promised > NOTHING ? higher(step) : Optional.empty();
        if (higher.isEmpty()) {
          break;
        }
        point = higher.get();
        steps++;
        if (point.from(origin).getLInfNorm() > FURTHEST) {
          return Optional.of(runaway());
        }
      }
      return fault(promised);
    }

    private Optional<String> fault(double promised) {
      if (promised > 1e-4) {
        return Optional.of("The log-likelihood still rose after " + steps + " steps.");
      }
      information = point.information();
      if (hasNoNumbers(information)) {
        return Optional.of(NO_NUMBERS);
      }
      boolean far = point.from(origin).getLInfNorm() > FAR;
      return lowest(new EigenDecomposition(information)) > (far ? FLAT_FAR : FLAT)
          ? Optional.empty()
          : Optional.of(
              "The data do not identify the parameters: the log-likelihood is flat at its top.");
    }

    private String runaway() {
      RealVector way = point.from(origin);
      int far = 0;
      for (int i = 1; i < way.getDimension(); i++) {
        far = Math.abs(way.getEntry(i)) > Math.abs(way.getEntry(far)) ? i : far;
      }
      return "The log-likelihood has no maximum: it rises as "
          + model.names().get(far)
          + (way.getEntry(far) > 0 ? " grows without end." : " shrinks to nothing.");
    }

    /** Newton's step, with curvature that bends the wrong way turned round; at most e-fold. */
    private RealVector step() {
      EigenDecomposition eigen = new EigenDecomposition(information);
      RealVector along = eigen.getVT().operate(point.gradient());
      double top = information.getNorm();
      for (int i = 0; i < along.getDimension(); i++) {
        double curvature = Math.max(Math.abs(eigen.getRealEigenvalue(i)), 1e-10 * top + 1e-300);
        along.setEntry(i, along.getEntry(i) / curvature);
      }
      RealVector step = eigen.getV().operate(along);
      double length = step.getLInfNorm();
      return length > 1 ? step.mapDivide(length) : step;
    }

    private Optional<LikelihoodPoint> higher(RealVector step) {
      double gain = 1e-4 * point.gradient().dotProduct(step);
      for (double share = 1; share > 1e-7; share /= 2) {
        LikelihoodPoint candidate = point.move(step.mapMultiply(share));
        if (candidate.value() >= point.value() + share * gain) {
          return Optional.of(candidate);
        }
      }
      return Optional.empty();
    }

    LikelihoodMaximum maximum(int starts, PenalizedObjective rough, double customers) {
      RealMatrix covariance = new EigenDecomposition(information).getSolver().getInverse();
      int evaluations = objective.evaluations() + rough.evaluations();
      double norm = point.gradient().getNorm() / customers;
      FitConvergence convergence = new FitConvergence(starts, steps, evaluations, norm);
      return new LikelihoodMaximum(point, plainHeight(), covariance, convergence);
    }
  }

  private static boolean hasNoNumbers(RealMatrix matrix) {
    return !Double.isFinite(matrix.getFrobeniusNorm());
  }

  private static double lowest(EigenDecomposition eigen) {
    double lowest = Double.MAX_VALUE;
    for (double value : eigen.getRealEigenvalues()) {
      lowest = Math.min(lowest, value);
    }
    return lowest;
  }
}
