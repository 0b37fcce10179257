package dev.dangol.privacy;

import static org.apache.spark.sql.functions.lit;

import dev.dangol.table.Field;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.results.CompanyColumns;
import dev.dangol.table.results.IdentityColumns;
import dev.dangol.table.results.SegmentColumns;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.ReferralSource;
import java.util.List;
import org.apache.spark.sql.Column;

/** Columns that may hold a customer's id, in any table. */
public final class CustomerKeys {
  /** The source in customer_identity whose keys are visitors, not customers. */
  public static final String VISITORS = "engagement visitor";

  /** A row that has the customer here belongs to them, or is about them. */
  public static final List<Field> OWN =
      List.of(
          SharedColumns.CUSTOMER_ID,
          EngagementSource.VISITOR_ID,
          ReferralSource.REFERRER_ID,
          ReferralSource.REFERRED_ID,
          IdentityColumns.MERGED_FROM);

  /** A row that has the customer here belongs to another one, and only names them. */
  public static final List<Field> NAMED =
      List.of(CustomerSource.COMPANY_ID, SegmentColumns.MEDOID, CompanyColumns.DECISION_MAKER);

  /** The columns with raw text, in tables that keep raw rows. */
  public static final List<Field> RAW =
      List.of(RunColumns.RAW, RunColumns.REASON, IngestColumns.FAULT, IngestColumns.FAULT_VALUE);

  private CustomerKeys() {}

  /**
   * True where the column alone says whose row it is. A visitor does not where the row also names a
   * customer: the row is then that customer's, since several people may use one device.
   */
  public static Column alone(Field key) {
    return key.equals(EngagementSource.VISITOR_ID)
        ? SharedColumns.CUSTOMER_ID.col().isNull()
        : lit(true);
  }

  /** Those of the columns that the table has by name, required or not. */
  public static List<Field> of(Table table, List<Field> columns) {
    return columns.stream()
        .filter(field -> table.fields().stream().anyMatch(own -> isSame(own, field)))
        .toList();
  }

  /** The company of {@code companies} is no mention: the row is about it. */
  private static boolean isSame(Field own, Field field) {
    return own.name().equals(field.name()) && !own.equals(CompanyColumns.COMPANY_ID);
  }

  /** Those that hold raw text; none where the table keeps no raw rows. */
  public static List<Field> raw(Table table) {
    return table.fields().contains(RunColumns.RAW) ? of(table, RAW) : List.of();
  }
}
