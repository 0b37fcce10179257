package dev.dangol.features.custom;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.CustomFeature;
import dev.dangol.problem.BadSetting;
import dev.dangol.sql.SqlText;
import dev.dangol.table.Table;
import dev.dangol.table.sources.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Predicates that say which rows matter for configured features. */
public final class CustomPredicates {
  private CustomPredicates() {}

  /** A bit for each of the features, in their order, set where its predicate is true. */
  public static Column matches(List<CustomFeature> features) {
    Column bits = lit(0L);
    for (int place = 0; place < features.size(); place++) {
      Column matters = coalesce(SqlText.expression(features.get(place).when()), lit(false));
      bits = bits.bitwiseOR(when(matters, lit(1L << place)).otherwise(lit(0L)));
    }
    return bits;
  }

  /**
   * Checks all predicates.
   *
   * @param rows the rows of a table, be it none of them
   * @throws BadSetting where one cannot be read, names no column, or is not true or false
   */
  public static void prove(List<CustomFeature> features, Function<Table, Dataset<Row>> rows) {
    List<String> faults = new ArrayList<>();
    for (CustomFeature feature : features) {
      try {
        SqlText.provePredicate(rows.apply(clean(feature)), feature.when());
      } catch (SqlText.UnusableExpression wrong) {
        faults.add(
            "features.custom."
                + feature.name()
                + ".when = \""
                + feature.when()
                + "\": "
                + wrong.explanation());
      }
    }
    if (!faults.isEmpty()) {
      throw new BadSetting(String.join("\n", faults));
    }
  }

  private static Table clean(CustomFeature feature) {
    return feature.source().equals(Sources.PURCHASES.name())
        ? Sources.PURCHASES.clean()
        : Sources.ENGAGEMENT.clean();
  }
}
