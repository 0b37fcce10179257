package dev.dangol.export;

import dev.dangol.config.export.FileColumn;

/**
 * Comma-separated lines for people and their spreadsheets: UTF-8 with BOM, CRLF. Texts that look
 * like a formula are made harmless. Numbers are written as they are.
 */
record PeopleLines(CellValues cells) implements RowLayout {
  private static final String BOM = "\uFEFF";
  private static final String END = "\r\n";

  @Override
  public String head() {
    return BOM + cells.line(FileColumn::header) + END;
  }

  @Override
  public String after() {
    return END;
  }

  @Override
  public String row(ExportMember member) {
    return cells.line(column -> cell(column, member));
  }

  private String cell(FileColumn column, ExportMember member) {
    if (column.form().isPresent()) {
      return CellText.harmless(cells.text(column, member));
    }
    return cells
        .value(column, member)
        .map(
            value ->
                value instanceof Number
                    ? CellText.of(value)
                    : CellText.harmless(CellText.printable(CellText.of(value))))
        .orElse("");
  }
}
