package dev.dangol.sample.people;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.random.AbstractRandomGenerator;
import org.apache.commons.math3.random.RandomDataGenerator;

/** Random numbers that depend on nothing but a seed, a number and what they are drawn for. */
public final class SeededDraws {
  private final RandomDataGenerator random;

  private SeededDraws(SplittableRandom source) {
    this.random = new RandomDataGenerator(new SplittableGenerator(source));
  }

  /** Purpose of random numbers: one stream each, so that no part of the shop disturbs another. */
  public enum DrawPurpose {
    PRODUCT,
    KIND,
    TRAITS,
    HISTORY,
    REFERRER,
    CONSENT,
    PURCHASES,
    REVIEWS,
    FEEDBACK,
    ENGAGEMENT,
    REFERRALS,
    CUSTOMERS,
    IDENTITY,
    CAMPAIGN,
    MESSAGES,
    SUPPORT,
    SURVEYS,
    LOYALTY,
    COSTS,
    JOURNEYS,
    COMPANIES,
    REPAIRS,
    PROMISES,
    NEEDS,
    LAUNCHES,
    FLAWS
  }

  static SeededDraws of(long seed, long number, DrawPurpose purpose) {
    long bySeed = new SplittableRandom(seed).nextLong();
    long byNumber = new SplittableRandom(bySeed + number).nextLong();
    return new SeededDraws(new SplittableRandom(byNumber + purpose.name().hashCode()));
  }

  public boolean chance(double probability) {
    return uniform() < probability;
  }

  double uniform() {
    return random.getRandomGenerator().nextDouble();
  }

  public double between(double from, double to) {
    return from + (to - from) * uniform();
  }

  /** A whole number from 0 up to, but not including, the bound. */
  long below(long bound) {
    return (long) (uniform() * bound);
  }

  public int whole(int from, int to) {
    return from + (int) below(to - from + 1L);
  }

  public double normal(double mean, double deviation) {
    return random.nextGaussian(mean, deviation);
  }

  double exponential(double mean) {
    return random.nextExponential(mean);
  }

  double gamma(double shape, double mean) {
    return random.nextGamma(shape, mean / shape);
  }

  /** A share of 0 to 1 around its mean, beta-distributed; the tighter, the less it varies. */
  double share(double mean, double tightness) {
    return random.nextBeta(mean * tightness, (1 - mean) * tightness);
  }

  public int poisson(double mean) {
    return mean <= 0 ? 0 : (int) random.nextPoisson(mean);
  }

  public <T> T one(List<T> items) {
    return items.get((int) below(items.size()));
  }

  /** One of the items, each as likely as its weight is heavy. */
  <T> T weightedChoice(List<T> items, ToDoubleFunction<T> weight) {
    double left = uniform() * items.stream().mapToDouble(weight).sum();
    for (T item : items) {
      left -= weight.applyAsDouble(item);
      if (left < 0) {
        return item;
      }
    }
    return items.get(items.size() - 1);
  }

  /** Lets the distributions of commons-math draw from the JDK's splittable generator. */
  private static final class SplittableGenerator extends AbstractRandomGenerator {
    private SplittableRandom source;

    SplittableGenerator(SplittableRandom source) {
      this.source = source;
    }

    @Override
    public void setSeed(long seed) {
      source = new SplittableRandom(seed);
      clear();
    }

    @Override
    public double nextDouble() {
      return source.nextDouble();
    }
  }
}
