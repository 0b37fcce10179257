package dev.dangol.testing;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.api.Assertions;

/** Compares tables as bags of rows: order does not matter, everything else does. */
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
    Column[] columns = Arrays.stream(expected.columns()).map(actual::col).toArray(Column[]::new);
    Assertions.assertThat(texts(actual.select(columns)))
        .containsExactlyInAnyOrderElementsOf(texts(expected));
  }

  /** The same columns in the same order, and the same rows as often. */
  public void isEqualTo(Dataset<Row> expected) {
    Assertions.assertThat(actual.columns()).containsExactly(expected.columns());
    hasRows(expected);
  }

  public void isEmpty() {
    Assertions.assertThat(texts(actual)).isEmpty();
  }

  private static List<String> texts(Dataset<Row> table) {
    return table.collectAsList().stream().map(Row::toString).sorted().toList();
  }
}
