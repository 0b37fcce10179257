package dev.dangol.features.scores;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import dev.dangol.table.Field;
import dev.dangol.table.features.CustomerRoleColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.TalkColumns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;

/** Roles of customers beside buying: those who give feedback are partners. */
final class CustomerRoles {
  private static final List<Field> FEEDBACK =
      List.of(
          FeatureColumns.REVIEWS_LIFETIME,
          TalkColumns.SURVEY_ANSWERS_LIFETIME,
          FeatureColumns.REPLIES_LIFETIME);

  private CustomerRoles() {}

  /**
   * Adds the roles that can be known.
   *
   * @param missing the reasons why measures of a family cannot be made
   */
  static void measures(Map<Field, String> missing, Map<Field, Column> made) {
    made.put(CustomerRoleColumns.IS_BUYER, FeatureColumns.NET_SALES_LIFETIME.col().gt(0));
    FEEDBACK.stream()
        .filter(count -> !missing.containsKey(count))
        .map(count -> coalesce(count.col(), lit(0)).gt(0))
        .reduce(Column::or)
        .ifPresent(any -> made.put(CustomerRoleColumns.IS_PARTNER, any));
  }

  /** The reason why nobody is known to give feedback; empty where one kind is recorded. */
  static Optional<String> missing(Map<Field, String> ofFamilies) {
    return ofFamilies.keySet().containsAll(FEEDBACK)
        ? Optional.of("None of the sources reviews, surveys and engagement tells of feedback.")
        : Optional.empty();
  }
}
