package dev.dangol.ingest.identity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import dev.dangol.table.Field;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.IdentityColumns;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.ReferralSource;
import dev.dangol.table.sources.Source;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Customer keys in a source's rows. */
public final class SourceKeys {
  private static final Set<String> NAMES =
      Set.of(
          SharedColumns.CUSTOMER_ID.name(),
          ReferralSource.REFERRER_ID.name(),
          ReferralSource.REFERRED_ID.name(),
          CustomerSource.COMPANY_ID.name());

  private SourceKeys() {}

  /** The columns of a source that name customers. */
  public static List<Field> columns(Source source) {
    return source.fields().stream().filter(field -> NAMES.contains(field.name())).toList();
  }

  /**
   * The key of each row, with its source. Rows without a customer add none.
   *
   * @param accepted the source's rows with their canonical columns
   */
  public static Dataset<Row> of(Source source, Dataset<Row> accepted) {
    Column[] ids = columns(source).stream().map(Field::col).toArray(Column[]::new);
    Column id = ids.length == 1 ? ids[0] : explode(array(ids));
    return accepted
        .select(RunColumns.SOURCE.is(lit(source.name())), id.as(IdentityColumns.SOURCE_ID.name()))
        .where(IdentityColumns.SOURCE_ID.col().isNotNull());
  }
}
