package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.util.List;

/** Columns of the definitions of cohorts. */
public final class DefinitionColumns {
  public static final Field DEFINITION =
      Field.text("definition", "The predicate of the cohort, as it is configured.").asRequired();
  public static final Field HASH =
      Field.text(
              "hash",
              "SHA-256 of all that defines it: the predicate, and the scorecard where it is over the"
                  + " fit.")
          .asRequired();
  public static final Field CHANGED =
      Field.flag("changed", "True where the run before had another definition.").asRequired();

  public static final Table TABLE =
      new Table(
          "cohort_definitions",
          "A cohort's definition on a day.",
          List.of(SharedColumns.AS_OF, SharedColumns.COHORT),
          List.of(SharedColumns.AS_OF, SharedColumns.COHORT, DEFINITION, HASH, CHANGED));

  private DefinitionColumns() {}
}
