package dev.dangol.table;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Locale;
import org.apache.spark.sql.Column;

/** Fit level of a customer, on one criterion or overall. */
public enum FitLevel {
  /** Below the first cut point: 0 points. */
  UNFIT("부적합", "C", 0),
  /** From the first cut point on: 50 points. */
  VIABLE("실행 가능한 적합", "B", 50),
  /** From the second cut point on: 100 points. */
  PERFECT("완벽한 적합", "A", 100);

  private final String korean;
  private final String grade;
  private final int points;

  FitLevel(String korean, String grade, int points) {
    this.korean = korean;
    this.grade = grade;
    this.points = points;
  }

  /** The word in the tables. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The level of a value; null for a value that is null. Where the cut for viable is above the cut
   * for perfect, less is better.
   */
  public static Column of(Column value, double viableFrom, double perfectFrom) {
    boolean lessIsBetter = viableFrom > perfectFrom;
    Column perfect = lessIsBetter ? value.leq(perfectFrom) : value.geq(perfectFrom);
    Column viable = lessIsBetter ? value.leq(viableFrom) : value.geq(viableFrom);
    return when(perfect, lit(PERFECT.word()))
        .when(viable, lit(VIABLE.word()))
        .when(value.isNotNull(), lit(UNFIT.word()));
  }

  /** The points of a level; null for a level that is null. */
  public static Column points(Column level) {
    return choose(level, PERFECT.points, VIABLE.points, UNFIT.points).cast("double");
  }

  /** The level in Korean. */
  public static Column korean(Column level) {
    return choose(level, PERFECT.korean, VIABLE.korean, UNFIT.korean);
  }

  /** The level as a grade: A, B or C. */
  public static Column grade(Column level) {
    return choose(level, PERFECT.grade, VIABLE.grade, UNFIT.grade);
  }

  private static Column choose(Column level, Object perfect, Object viable, Object unfit) {
    return when(level.equalTo(PERFECT.word()), lit(perfect))
        .when(level.equalTo(VIABLE.word()), lit(viable))
        .when(level.equalTo(UNFIT.word()), lit(unfit));
  }
}
