package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.util.List;

/** Columns of {@code personas}. */
public final class PersonaColumns {
  public static final Field LANGUAGE =
      Field.text("language", "The language of the card: en or ko.").asRequired();
  public static final Field CARD =
      Field.text(
              "card",
              "The card as JSON: title, headline, what, why, how, path, who, pains, likes,"
                  + " top_complaint, do_not and counter_metric, each a list of lines with text and"
                  + " from: the cells that it was made of, each with table, column, keys and"
                  + " value.")
          .asRequired();

  public static final Table TABLE =
      new Table(
          "personas",
          "A cohort described as a person, in one language, from tables alone.",
          List.of(SharedColumns.AS_OF, SharedColumns.COHORT, LANGUAGE),
          List.of(SharedColumns.AS_OF, SharedColumns.COHORT, LANGUAGE, CARD));

  private PersonaColumns() {}
}
