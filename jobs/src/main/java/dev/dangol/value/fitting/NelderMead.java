package dev.dangol.value.fitting;

import dev.dangol.value.fitting.MaximumLikelihood.SimplexResult;
import java.util.Arrays;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/** Nelder and Mead's simplex search, which needs no gradient and survives rough ground. */
final class NelderMead {
  private static final int MOST_EVALUATIONS = 400;

  /**
   * Of a parameter's logarithm, from the start: further out the search is not to lead Newton's
   * method, since log-likelihoods there lose the digits that say where they rise.
   */
  private static final double FURTHEST = 10;

  private final PenalizedObjective objective;
  private final double[] start;
  private double[] best;
  private double highest = Double.NEGATIVE_INFINITY;

  private NelderMead(PenalizedObjective objective, double[] start) {
    this.objective = objective;
    this.start = start;
    this.best = start;
  }

  /** The highest point that the search from this start saw. */
  static SimplexResult search(PenalizedObjective objective, double[] parameters) {
    double[] start = PenalizedObjective.logs(parameters);
    NelderMead search = new NelderMead(objective, start);
    try {
      new SimplexOptimizer(1e-9, 1e-4)
          .optimize(
              new MaxEval(MOST_EVALUATIONS),
              new ObjectiveFunction(search::at),
              GoalType.MAXIMIZE,
              new InitialGuess(start),
              new NelderMeadSimplex(start.length, 0.7));
    } catch (TooManyEvaluationsException enough) {
      // Good enough to start Newton's method from.
    }
    return new SimplexResult(search.highest, Arrays.stream(search.best).boxed().toList());
  }

  private double at(double[] logs) {
    for (int i = 0; i < logs.length; i++) {
      if (Math.abs(logs[i] - start[i]) > FURTHEST) {
        return -Double.MAX_VALUE;
      }
    }
    double value = objective.at(logs, new double[logs.length]);
    if (value > highest) {
      highest = value;
      best = logs.clone();
    }
    return value;
  }
}
