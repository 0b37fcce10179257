package dev.dangol.export;

import dev.dangol.config.export.ExportFormat;

/** Comma-separated lines for a program: UTF-8 without BOM, LF, quotes where needed (RFC 4180). */
record UploadLines(CellValues cells) implements RowLayout {
  @Override
  public String head() {
    if (!format().head()) {
      return "";
    }
    boolean hashed = cells.list().target().hashed();
    return cells.line(column -> hashed ? column.header() : column.plainHeader()) + "\n";
  }

  @Override
  public boolean hasHeadRecord() {
    return format().head();
  }

  @Override
  public String row(ExportMember member) {
    return cells.line(column -> cells.text(column, member));
  }

  private ExportFormat format() {
    return cells.list().target().format();
  }
}
