package dev.dangol.table.evidence;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of {@code segment_roles}. */
public final class RoleColumns {
  public static final Field ROLE =
      Field.text("role", "buyer, partner or shaper, as is_buyer, is_partner and is_shaper say.")
          .asRequired();
  public static final Field CUSTOMERS =
      Field.count(Unit.PEOPLE, "customers", "Customers of the segment who are it.").asRequired();
  public static final Field KNOWN =
      Field.count(
              Unit.PEOPLE,
              "known_customers",
              "Customers of the segment of whom it is known whether they are.")
          .asRequired();
  public static final Field SHARE =
      Field.number(
          Unit.SHARE, "share", "customers divided by known_customers, 0 to 1; null for 0.");
  public static final Field SEGMENT_NAME =
      SharedColumns.SEGMENT_NAME.renamed(
          "segment_name", "The segment's name; null for customers without a segment.");

  public static final Table TABLE =
      new Table(
          "segment_roles",
          "A segment, and how many of its customers are buyers, partners and shapers.",
          List.of(SharedColumns.AS_OF, SharedColumns.SEGMENT_ID, ROLE),
          List.of(
              SharedColumns.AS_OF,
              SharedColumns.SEGMENT_ID,
              SEGMENT_NAME,
              ROLE,
              CUSTOMERS,
              KNOWN,
              SHARE));

  /** Intermediate column, never stored. */
  public static final Field IS_IT = Field.flag("_is_it", "True where the customer is it.");

  private RoleColumns() {}
}
