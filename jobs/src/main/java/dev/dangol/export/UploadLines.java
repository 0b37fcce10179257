package dev.dangol.export;

import dev.dangol.config.export.ExportFormat;
import java.util.stream.Collectors;

/** Comma-separated lines for a program: UTF-8 without BOM, LF, quotes where needed (RFC 4180). */
record UploadLines(CellValues cells) implements RowLayout {
  @Override
  public String head() {
    if (!format().head()) {
      return "";
    }
    boolean hashed = cells.list().target().hashed();
    return format().columns().stream()
            .map(column -> hashed ? column.header() : column.plainHeader())
            .map(CellText::quoted)
            .collect(Collectors.joining(","))
        + "\n";
  }

  @Override
  public boolean hasHeadRecord() {
    return format().head();
  }

  @Override
  public String row(ExportMember member) {
    return format().columns().stream()
        .map(column -> CellText.quoted(cells.text(column, member)))
        .collect(Collectors.joining(","));
  }

  private ExportFormat format() {
    return cells.list().target().format();
  }
}
