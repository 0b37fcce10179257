package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.util.List;

/** Columns of the table of identities: the keys of the sources that are one customer. */
public final class IdentityColumns {
  public static final Field SOURCE_ID =
      Field.text("source_id", "The customer as the source knows them.").asRequired();
  public static final Field RULE =
      Field.text(
              "rule",
              "Why the two are one: own id, same e-mail, same phone, same external id, visitor who"
                  + " became known; or why they are left apart.")
          .asRequired();
  public static final Field SINCE =
      Field.day("since", "The first day described by a run that knew the key.").asRequired();
  public static final Field MERGED_FROM =
      Field.text(
          "merged_from",
          "The customer id that the key had before it joined the present one; null where it never"
              + " had another.");
  public static final Field MERGED_ON =
      Field.day("merged_on", "The day described by the run in which it joined; null where none.");

  public static final Table CUSTOMER_IDENTITY =
      new Table(
          "customer_identity",
          "Which customer a key of a source belongs to, and by which rule.",
          List.of(RunColumns.SOURCE, SOURCE_ID),
          List.of(
              RunColumns.SOURCE,
              SOURCE_ID,
              SharedColumns.CUSTOMER_ID,
              RULE,
              SINCE,
              MERGED_FROM,
              MERGED_ON));

  private IdentityColumns() {}
}
