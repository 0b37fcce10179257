package dev.dangol.export;

import dev.dangol.config.export.FileColumn;
import java.time.LocalDate;

/**
 * Lines that hold the rows of a sheet until its workbook is written. Each cell begins with its
 * type: n (number), d (day), b (true or false) or t (text).
 */
record SheetLines(CellValues cells) implements RowLayout {
  @Override
  public String head() {
    return "";
  }

  @Override
  public boolean hasHeadRecord() {
    return false;
  }

  @Override
  public String row(ExportMember member) {
    return cells.line(column -> cell(column, member));
  }

  private String cell(FileColumn column, ExportMember member) {
    if (column.form().isPresent()) {
      return "t" + cells.text(column, member);
    }
    return cells.value(column, member).map(SheetLines::typed).orElse("");
  }

  private static String typed(Object value) {
    if (value instanceof Number) {
      return "n" + CellText.of(value);
    }
    if (value instanceof LocalDate || value instanceof java.sql.Date) {
      return "d" + value;
    }
    return value instanceof Boolean ? "b" + value : "t" + CellText.printable(CellText.of(value));
  }
}
