package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Columns of {@code cohort_profiles}, and intermediate ones between customers and it. */
public final class ProfileColumns {
  /** Facet of identity: who customers are by their records. */
  public static final String WHAT = "what";

  /** Facet of motives: what they want. */
  public static final String WHY = "why";

  /** Facet of channels: what reaches them. */
  public static final String HOW = "how";

  /** Facet of behaviour: what kind of customer they are, and what they have been through. */
  public static final String WHO = "who";

  public static final Field FACET =
      Field.text(
              "facet",
              "what (who they are by their records), why (what they want), how (what reaches them)"
                  + " or who (what kind of customer they are, and what they have been through).")
          .asRequired();
  public static final Field ATTRIBUTE =
      Field.text("attribute", "The attribute, such as age_band or main_category.").asRequired();
  public static final Field VALUE =
      Field.text("value", "One of its values; a customer may have several of some attributes.")
          .asRequired();
  public static final Field CUSTOMERS =
      RetentionColumns.CUSTOMERS.renamed("customers", "Members of the cohort who have the value.");
  public static final Field MEMBERS_KNOWN =
      Field.count(
              "members_known",
              "Members of whom the attribute is known: those without it do not count for it.")
          .asRequired();
  public static final Field BASE_CUSTOMERS =
      Field.count("base_customers", "Customers of customer_features who have the value.")
          .asRequired();
  public static final Field BASE_KNOWN =
      Field.count(
              "base_known",
              "Customers of customer_features of whom the attribute is known, members included.")
          .asRequired();
  public static final Field SHARE =
      SegmentColumns.SHARE.renamed("share", "customers divided by members_known, 0 to 1.");
  public static final Field BASE_SHARE =
      SegmentColumns.SHARE.renamed("base_share", "base_customers divided by base_known, 0 to 1.");
  public static final Field LIFT =
      Field.number(
              "lift",
              "share divided by base_share: 2 where the value is twice as frequent among members as"
                  + " among all customers.")
          .asRequired();
  public static final Field LIFT_LOW =
      LIFT.renamed(
          "lift_low",
          "Lower end of the lift's 95 % interval: Katz's interval of the ratio of the share among"
              + " members to that among all others, as a lift; 0 where no member has the value.");
  public static final Field LIFT_HIGH =
      LIFT.renamed(
          "lift_high",
          "Upper end of that interval; base_known divided by members_known, the highest lift that"
              + " there can be, where no other customer has the value.");
  public static final Field P_VALUE =
      Field.number(
              "p_value",
              "Chance of a share at least as far from base_share, were members drawn from all"
                  + " customers at random: two-sided, by the normal approximation of the"
                  + " hypergeometric distribution with continuity correction.")
          .asRequired();
  public static final Field Q_VALUE =
      Field.number(
              "q_value",
              "The false discovery rate at which the value would just count as a finding, 0 to 1:"
                  + " p_value after Benjamini and Hochberg over all tested values of the cohort.")
          .asRequired();
  public static final Field TESTED =
      Field.count(
              "tested",
              "Values tested in the cohort, those left out of this table included: with at least"
                  + " profiles.min-count customers, in an attribute that is known of as many"
                  + " members.")
          .asRequired();
  public static final Field LEFT_OUT =
      Field.count(
              "left_out",
              "Values of the attribute left out for the cohort: fewer than profiles.min-count"
                  + " members have them, and fewer would if members were like everyone; or fewer"
                  + " customers.")
          .asRequired();

  public static final Field EVIDENCE =
      Field.text(
          "evidence_kind",
          "How the value is known of the members_known members: transaction behaviour survey review"
              + " case record; null in rows from before there was this column.");

  public static final Table TABLE =
      new Table(
          "cohort_profiles",
          "A value of an attribute, and how much more frequent it is in a cohort than among all"
              + " customers.",
          List.of(SharedColumns.AS_OF, SharedColumns.COHORT, FACET, ATTRIBUTE, VALUE),
          List.of(
              SharedColumns.AS_OF,
              SharedColumns.COHORT,
              FACET,
              ATTRIBUTE,
              VALUE,
              CUSTOMERS,
              SHARE,
              BASE_SHARE,
              LIFT,
              LIFT_LOW,
              LIFT_HIGH,
              Q_VALUE,
              P_VALUE,
              MEMBERS_KNOWN,
              BASE_CUSTOMERS,
              BASE_KNOWN,
              TESTED,
              LEFT_OUT,
              EVIDENCE));

  public static final Field VALUES =
      Field.list("_values", "A customer's values of an attribute; empty for known to be none.");
  public static final Field COHORTS = Field.list("_cohorts", "The cohorts a customer belongs to.");
  public static final Field NAME = Field.text("_name", "The name of an attribute as it came.");
  public static final Field ENTRY =
      new Field(
          "_entry",
          new StructType().add("key", DataTypes.StringType).add("value", DataTypes.StringType),
          false,
          "An entry of a map.");
  public static final Field TRAITS =
      structs("_traits", "A customer's attributes.", FACET, ATTRIBUTE, VALUES);
  public static final Field MEMBER_COUNTS =
      new Field(
          "_member_counts",
          DataTypes.createArrayType(DataTypes.LongType),
          false,
          "Members with a value, by cohort.");
  public static final Field COUNTED =
      structs("_counted", "Values with counts.", VALUE, BASE_CUSTOMERS, MEMBER_COUNTS);
  public static final Field KNOWN =
      new Field(
          "_known",
          struct(BASE_CUSTOMERS, MEMBER_COUNTS),
          false,
          "Counts of everyone of whom an attribute is known.");
  public static final Field RARE = Field.count("_rare", "Values that too few customers have.");

  private ProfileColumns() {}

  private static Field structs(String name, String meaning, Field... parts) {
    return new Field(name, new ArrayType(struct(parts), true), false, meaning);
  }

  private static StructType struct(Field... parts) {
    return new StructType(
        Arrays.stream(parts)
            .map(part -> part.nullable().structField())
            .toArray(StructField[]::new));
  }
}
