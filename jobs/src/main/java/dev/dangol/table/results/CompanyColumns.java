package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of {@code companies}: what the people of each company add up to. */
public final class CompanyColumns {
  public static final Field COMPANY_ID =
      Field.text("company_id", "The company that the people belong to.").asRequired();
  public static final Field PEOPLE =
      Field.count("people", "Customers whose record names the company.");
  public static final Field DECISION_MAKER =
      Field.text(
          "decision_maker",
          "The customer who decides: of those whose role says so, else of all, who ordered most,"
              + " then spent most, then the smaller id; null where no role says so and nobody"
              + " ordered.");
  public static final Field BY_ROLE =
      Field.flag(
          "decides_by_role",
          "True where the decision maker's role says that they decide, false where they only order"
              + " most; null without a decision maker.");
  public static final Field ORDERS = Field.count(Unit.ORDERS, "orders", "Their orders to date.");
  public static final Field NET_SALES =
      Field.total("net_sales", "Their net sales to date, less refunds.");
  public static final Field FIT_LEVEL =
      Field.text(
          "fit_level", "The best level among its people: unfit, viable or perfect; null for none.");
  public static final Field PERSONA_COHORT =
      Field.text(
          "persona_cohort",
          "The cohort that most of its people are in, whose persona describes them; of equal ones"
              + " the first by name, null where they are in none.");
  public static final Field PERSONA_PEOPLE =
      Field.count("persona_people", "Its people who are in that cohort.");

  public static final Table TABLE =
      new Table(
          "companies",
          "A company and what its people add up to; the persona of most of them is linked.",
          List.of(SharedColumns.AS_OF, COMPANY_ID),
          List.of(
              SharedColumns.AS_OF,
              COMPANY_ID,
              PEOPLE,
              DECISION_MAKER,
              BY_ROLE,
              ORDERS,
              NET_SALES,
              FIT_LEVEL,
              PERSONA_COHORT,
              PERSONA_PEOPLE));

  private CompanyColumns() {}
}
