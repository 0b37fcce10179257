package dev.dangol.table.results;

import dev.dangol.table.Field;
import java.util.Collection;
import java.util.List;

/**
 * Columns that describe a customer by a profile beside the main scorecard. Predicates of cohorts
 * may name them; null of customers who the profile is not about.
 */
public final class ProfileFitColumns {
  /** The columns of {@code customer_fit_profiles} that each profile has one of. */
  public static final List<Field> KINDS =
      List.of(
          CohortColumns.POINTS,
          CohortColumns.FIT_SCORE,
          CohortColumns.FIT_LEVEL,
          CohortColumns.VETOED_BY,
          CohortColumns.RANK,
          CohortColumns.FIT_GRADE);

  private ProfileFitColumns() {}

  /** The column of a profile: fit_level_homes of the profile homes. */
  public static Field of(Field kind, String profile) {
    return kind.renamed(kind.name() + "_" + profile, kind.meaning()).nullable();
  }

  /** All columns of a profile. */
  public static List<Field> of(String profile) {
    return KINDS.stream().map(kind -> of(kind, profile)).toList();
  }

  /** The names of all columns of the profiles. */
  public static List<String> names(Collection<String> profiles) {
    return profiles.stream().flatMap(profile -> of(profile).stream()).map(Field::name).toList();
  }
}
