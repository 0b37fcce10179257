package dev.dangol.features;

import dev.dangol.config.Settings;
import dev.dangol.standing.Standing;
import dev.dangol.standing.StandingFit;
import dev.dangol.table.AsOf;
import dev.dangol.table.Columns;
import dev.dangol.table.Field;
import dev.dangol.table.Source;
import dev.dangol.table.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The satisfaction of the customers of an earlier day, as it was known then. */
public final class EarlierFit {
  private EarlierFit() {}

  /**
   * The rows of {@code satisfaction} of that day; starts Spark jobs.
   *
   * @param clean the rows of each configured source
   * @param keep handed the customers, who are read several times; returns them, kept or not
   */
  public static Dataset<Row> of(
      Map<Source, Dataset<Row>> clean,
      AsOf cut,
      Settings settings,
      UnaryOperator<Dataset<Row>> keep) {
    List<Field> fields = new ArrayList<>(Rfm.MEASURES);
    fields.add(Columns.CUSTOMER_ID);
    Dataset<Row> days = PurchaseDays.of(clean.get(Sources.PURCHASES), cut, OptionalDouble.empty());
    Dataset<Row> groups =
        PurchaseFeatures.perCustomer(days, Measuring.of(cut, settings))
            .select(fields.stream().map(Field::col).toArray(Column[]::new));
    Dataset<Row> experience = Experience.of(clean, cut, settings);
    Dataset<Row> customers = keep.apply(groups.join(experience, Columns.CUSTOMER_ID.name()));
    List<Field> counted =
        Stream.of(Rfm.MEASURES, Satisfaction.COUNTED).flatMap(List::stream).toList();
    Standing standing = StandingFit.of(customers, counted);
    Dataset<Row> grouped = Rfm.scored(customers, settings.features().rfm(), standing);
    return Satisfaction.table(
        ContentFit.of(grouped, standing, settings.features().satisfaction()), cut);
  }
}
