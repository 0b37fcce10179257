package dev.dangol.export;

import dev.dangol.config.export.ExportFormat.FileKind;
import dev.dangol.config.export.ExportTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Export of all lists of one target, in one pass over their customers. */
public final class TargetExport {
  private final ExportTarget target;
  private final ExportTask task;
  private final TargetFolder folder;
  private final BlockedAddresses blocked;
  private final Map<String, ListExport> lists = new LinkedHashMap<>();
  private final List<SheetSink> sheets = new ArrayList<>();

  /** Begins the target's files, in its folder. */
  public TargetExport(ExportTarget target, ExportTask task, TargetFolder folder) {
    this.target = target;
    this.task = task;
    this.folder = folder;
    List<AudienceList> groups = AudienceList.of(target, task.cohorts());
    this.blocked = new BlockedAddresses(task.cells(groups.get(0)));
    for (AudienceList list : groups) {
      CellValues cells = task.cells(list);
      AudienceGates gates = new AudienceGates(cells, task.rules(), blocked);
      lists.put(list.key(), new ListExport(cells, gates, sink(cells)));
    }
  }

  public ExportTarget target() {
    return target;
  }

  /** The lists by the keys that customers' rows have. */
  public Map<String, ListExport> lists() {
    return lists;
  }

  /** Notes the addresses of a customer who is suppressed or withdrew; comes before all others. */
  public void note(ExportMember member) {
    blocked.note(member);
  }

  /** Ends every list. The workbook of a target stands with its first sheet. */
  public List<ListOutcome> finish() {
    List<ListOutcome> outcomes = new ArrayList<>();
    lists.values().forEach(list -> outcomes.add(list.finish(blocked)));
    if (!sheets.isEmpty()) {
      Optional<WrittenExport> book =
          new WorkbookFile(target, task.rules().asOf(), task.korean(), task.meanings())
              .write(sheets, folder);
      book.ifPresent(file -> outcomes.replaceAll(outcome -> sheet(outcome, file)));
    }
    return outcomes;
  }

  private static ListOutcome sheet(ListOutcome outcome, WrittenExport book) {
    return outcome.isRefused()
        ? outcome
        : outcome.with(
            new WrittenExport(book.name(), FilePurpose.FULL, outcome.out(), book.sha256()));
  }

  private ListSink sink(CellValues cells) {
    if (target.format().kind() == FileKind.WORKBOOK) {
      SheetSink sheet = new SheetSink(cells, folder);
      sheets.add(sheet);
      return sheet;
    }
    FileNames names = new FileNames(cells.list(), task.rules().asOf());
    return new FileSink(names, layout(cells, names), folder, task.delivered(cells.list()));
  }

  private RowLayout layout(CellValues cells, FileNames names) {
    return switch (target.format().kind()) {
      case PEOPLE -> new PeopleLines(cells);
      case KAKAO -> new KakaoUsers(cells, names.audience(), task.numbers());
      default -> new UploadLines(cells);
    };
  }
}
