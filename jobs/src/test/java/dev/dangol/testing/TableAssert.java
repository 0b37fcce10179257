package dev.dangol.testing;

import com.holdenkarau.spark.testing.DataFrameSuiteBase$;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.api.Assertions;

/** Comparison of tables as bags of rows: order does not matter, everything else does. */
public final class TableAssert {
  private final Dataset<Row> actual;

  private TableAssert(Dataset<Row> actual) {
    this.actual = actual;
  }

  public static TableAssert assertThat(Dataset<Row> actual) {
    return new TableAssert(actual);
  }

  /**
   * The same rows, as often, in the columns of the expected table; other columns are not looked at.
   */
  public void hasRows(Dataset<Row> expected) {
    List<Row> found = rows(columnsOf(expected));
    List<Row> wanted = rows(expected);
    Assertions.assertThat(texts(found)).isEqualTo(texts(wanted));
    Assertions.assertThat(differences(found, wanted, 0)).isEmpty();
  }

  /**
   * The same rows, where real numbers may differ by a tolerance. The columns before the first real
   * number have to identify a row.
   */
  public void hasRowsWithin(Dataset<Row> expected, double tolerance) {
    List<Row> found = rows(columnsOf(expected));
    List<Row> wanted = rows(expected);
    Assertions.assertThat(found).hasSameSizeAs(wanted);
    Assertions.assertThat(differences(found, wanted, tolerance)).isEmpty();
  }

  /** The same columns in the same order, and the same rows as often. */
  public void isEqualTo(Dataset<Row> expected) {
    Assertions.assertThat(actual.columns()).containsExactly(expected.columns());
    hasRows(expected);
  }

  public void isEmpty() {
    Assertions.assertThat(texts(rows(actual))).isEmpty();
  }

  private Dataset<Row> columnsOf(Dataset<Row> expected) {
    return actual.select(Arrays.stream(expected.columns()).map(actual::col).toArray(Column[]::new));
  }

  /** Pairs of rows of which a cell differs, by the type of its value and not by how it prints. */
  private static List<String> differences(List<Row> found, List<Row> wanted, double tolerance) {
    return IntStream.range(0, found.size())
        .filter(
            at ->
                !DataFrameSuiteBase$.MODULE$.approxEquals(found.get(at), wanted.get(at), tolerance))
        .mapToObj(at -> found.get(at) + " instead of " + wanted.get(at))
        .toList();
  }

  private static List<Row> rows(Dataset<Row> table) {
    return table.collectAsList().stream().sorted(Comparator.comparing(Row::toString)).toList();
  }

  private static List<String> texts(List<Row> rows) {
    return rows.stream().map(Row::toString).toList();
  }
}
