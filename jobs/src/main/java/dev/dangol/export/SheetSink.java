package dev.dangol.export;

import java.util.List;

/** Rows of a sheet, held in a file beside until the workbook of all sheets is written. */
final class SheetSink implements ListSink {
  private final AudienceList list;
  private final SheetLines layout;
  private final RowFile lines;
  private boolean refused;

  SheetSink(CellValues cells, TargetFolder folder) {
    this.list = cells.list();
    String name = list.target().name() + "-" + list.fileName() + ".sheet";
    this.layout = new SheetLines(cells);
    this.lines = new RowFile(name, folder.create(name), layout, "");
  }

  @Override
  public void write(ExportMember member) {
    lines.row(layout.row(member));
  }

  @Override
  public long rows() {
    return lines.rows();
  }

  @Override
  public List<WrittenExport> finish(BlockedAddresses blocked) {
    return List.of();
  }

  @Override
  public List<WrittenExport> refuse(BlockedAddresses blocked) {
    refused = true;
    return List.of();
  }

  AudienceList list() {
    return list;
  }

  /** True where the sheet is not written. */
  boolean isRefused() {
    return refused;
  }

  /** The rows, to be read once. */
  DeliveredRows content() {
    return new DeliveredRows(lines.content(), "", false);
  }

  void drop() {
    lines.drop();
  }
}
