package dev.dangol.cohorts.scorecard;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ProfileFitColumns;
import dev.dangol.table.results.ScorecardColumns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Fits to profiles side by side, as predicates of cohorts name them. */
public final class ProfileFits {
  private ProfileFits() {}

  /**
   * One row per day and customer, with the columns of {@link ProfileFitColumns} for each profile.
   *
   * @param fits the rows of {@code customer_fit_profiles}
   * @param profiles the profiles, at least one
   */
  public static Dataset<Row> columns(Dataset<Row> fits, Collection<String> profiles) {
    List<Column> columns = new ArrayList<>();
    for (String profile : profiles) {
      Column own = ScorecardColumns.PROFILE.col().equalTo(profile);
      for (Field kind : ProfileFitColumns.KINDS) {
        columns.add(ProfileFitColumns.of(kind, profile).is(max(when(own, kind.col()))));
      }
    }
    return fits.groupBy(SharedColumns.AS_OF.col(), SharedColumns.CUSTOMER_ID.col())
        .agg(columns.get(0), columns.stream().skip(1).toArray(Column[]::new));
  }
}
