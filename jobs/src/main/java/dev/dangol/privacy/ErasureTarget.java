package dev.dangol.privacy;

import static org.apache.spark.sql.functions.lit;

import dev.dangol.table.Field;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.Table;
import dev.dangol.table.results.CompanyColumns;
import dev.dangol.table.sources.EngagementSource;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Customers to be erased, with the conditions that find their rows. Conditions carry the ids in a
 * function, never as literals, which Delta would write into its log.
 *
 * @param customers every id they have or had
 * @param visitors the devices and browsers known to be theirs
 * @param wording the matcher that finds them in raw text
 */
public record ErasureTarget(Set<String> customers, Set<String> visitors, IdentifierMatcher wording)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public ErasureTarget {
    customers = Set.copyOf(customers);
    visitors = Set.copyOf(visitors);
  }

  /** True where the table has columns that may hold them. */
  public boolean concerns(Table table) {
    return !keys(table).isEmpty() || !CustomerKeys.raw(table).isEmpty() || names(table);
  }

  /** The columns by which rows of the table are theirs. */
  public List<Field> keys(Table table) {
    return table.fields().contains(CompanyColumns.COMPANY_ID)
        ? List.of(CompanyColumns.COMPANY_ID)
        : CustomerKeys.of(table, CustomerKeys.OWN);
  }

  /** True for rows that are theirs; a raw row is searched only where it was rejected. */
  public Column in(Table table) {
    Column own = lit(false);
    for (Field key : keys(table)) {
      own = own.or(CustomerKeys.alone(key).and(key(key)));
    }
    Column named = lit(false);
    for (Field raw : CustomerKeys.raw(table)) {
      named = named.or(test(wording::in, raw));
    }
    boolean judged = table.fields().contains(IngestColumns.FAULT);
    return own.or(judged ? IngestColumns.FAULT.col().isNotNull().and(named) : named);
  }

  /** True where the column holds one of them. */
  public Column key(Field key) {
    Set<String> ids = key.equals(EngagementSource.VISITOR_ID) ? visitors : customers;
    return test(ids::contains, key);
  }

  private static boolean names(Table table) {
    return !CustomerKeys.of(table, CustomerKeys.NAMED).isEmpty();
  }

  private static Column test(RowTest test, Field field) {
    UDF1<String, Boolean> function = text -> text != null && test.of(text);
    return functions.udf(function, DataTypes.BooleanType).apply(field.col());
  }

  private interface RowTest extends Serializable {
    boolean of(String text);
  }
}
