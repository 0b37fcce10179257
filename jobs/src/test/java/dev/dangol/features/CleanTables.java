package dev.dangol.features;

import dev.dangol.table.sources.Source;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Clean rows of which a test writes only the columns that matter to it. */
public final class CleanTables {
  private CleanTables() {}

  /** The rows with every canonical column of the source; those not written are null. */
  public static Dataset<Row> rows(Source source, Dataset<Row> written) {
    List<String> there = Arrays.asList(written.columns());
    return written.select(
        source.fields().stream()
            .map(field -> there.contains(field.name()) ? field.col() : field.nullColumn())
            .toArray(Column[]::new));
  }
}
