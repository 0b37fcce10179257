package dev.dangol.job.export;

import dev.dangol.config.export.ExportTarget;
import dev.dangol.config.export.FileColumn;
import dev.dangol.export.ConsentEntries;
import dev.dangol.export.ExportMember;
import dev.dangol.export.MemberStanding;
import dev.dangol.export.SuppressionMark;
import dev.dangol.problem.BadSetting;
import dev.dangol.sql.SqlText;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.AcquisitionColumns;
import dev.dangol.table.results.AudienceColumns;
import dev.dangol.table.sources.CustomerContacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/**
 * Customers read from rows, with the values of the SQL expressions that the targets' cells need.
 *
 * @param expressions each once, in the order of their columns
 * @param asOf the day up to which consent counts
 */
record MemberRows(List<String> expressions, LocalDate asOf) {
  private static final List<Field> KNOWN =
      List.of(
          SharedColumns.CUSTOMER_ID,
          AudienceColumns.GROUPS,
          AudienceColumns.CONTROLS,
          AudienceColumns.MARKS,
          AudienceColumns.ERASED,
          CustomerContacts.CONSENT_HISTORY,
          CustomerContacts.BIRTH_DATE,
          AudienceColumns.AGE);

  /** The values that every target needs, whatever its columns. */
  static final List<String> ADDRESSES =
      Stream.of(
              CustomerContacts.EMAIL,
              CustomerContacts.PHONE,
              CustomerContacts.MADID,
              AcquisitionColumns.COUNTRY)
          .map(Field::name)
          .toList();

  /** Those that the targets need. */
  static MemberRows of(List<ExportTarget> targets, LocalDate asOf) {
    Set<String> all = new LinkedHashSet<>(ADDRESSES);
    for (ExportTarget target : targets) {
      for (FileColumn column : target.format().columns()) {
        if (column.isExpression()) {
          all.add(column.value());
        } else if (column.value().equals("@value")) {
          all.add(target.value());
        }
      }
    }
    return new MemberRows(new ArrayList<>(all), asOf);
  }

  /**
   * Makes sure that every expression has a value for each customer alone.
   *
   * @throws BadSetting where one has not
   */
  void prove(Dataset<Row> members) {
    for (String expression : expressions) {
      try {
        SqlText.prove(members, expression, DataTypes.StringType);
      } catch (SqlText.UnusableExpression wrong) {
        throw new BadSetting(
            "export.targets: the value \"" + expression + "\": " + wrong.explanation());
      }
    }
  }

  /** The columns that {@link #member} reads. */
  Dataset<Row> select(Dataset<Row> members) {
    Column[] columns =
        Stream.concat(KNOWN.stream().map(Field::col), values()).toArray(Column[]::new);
    return members.select(columns);
  }

  private Stream<Column> values() {
    return Stream.iterate(0, place -> place < expressions.size(), place -> place + 1)
        .map(place -> SqlText.expression(expressions.get(place)).as("x" + place));
  }

  /** The expressions whose values are numbers. */
  Set<String> numbers(Dataset<Row> selected) {
    Set<String> numbers = new HashSet<>();
    StructField[] fields = selected.schema().fields();
    for (int place = 0; place < expressions.size(); place++) {
      if (fields[KNOWN.size() + place].dataType() instanceof NumericType) {
        numbers.add(expressions.get(place));
      }
    }
    return numbers;
  }

  ExportMember member(Row row) {
    RowReader cells = new RowReader(row);
    List<Object> values = cells.cells();
    Map<String, Object> found = new HashMap<>();
    for (int place = 0; place < expressions.size(); place++) {
      Object value = values.get(KNOWN.size() + place);
      if (value != null) {
        found.put(expressions.get(place), value);
      }
    }
    MemberStanding standing =
        new MemberStanding(
            ConsentEntries.of(cells.list(CustomerContacts.CONSENT_HISTORY), asOf),
            cells.list(AudienceColumns.MARKS).stream().map(SuppressionMark::of).toList(),
            new HashSet<>(cells.list(AudienceColumns.CONTROLS)),
            cells.text(CustomerContacts.BIRTH_DATE),
            cells.text(AudienceColumns.AGE),
            cells.flag(AudienceColumns.ERASED));
    String id = cells.text(SharedColumns.CUSTOMER_ID).orElseThrow();
    return new ExportMember(id, standing, found);
  }

  /** The lists that the customer of a row is in. */
  static List<String> groups(Row row) {
    return new RowReader(row).list(AudienceColumns.GROUPS);
  }

  /** Only the addresses, which every customer has, buyer or not. */
  MemberRows addresses() {
    return new MemberRows(ADDRESSES, asOf);
  }
}
