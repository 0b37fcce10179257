package dev.dangol.export;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Files of a list: full, and added and removed against the file delivered before. Where the format
 * wants it, there is one of addresses that may no longer be written to. Rows that are removed are
 * copied from that file, as they were uploaded.
 */
final class FileSink implements ListSink {
  private final FileNames names;
  private final RowLayout layout;
  private final TargetFolder folder;
  private final List<String> delivered;
  private final DigestCounts before = new DigestCounts();
  private final RowFile full;
  private final RowFile added;

  /**
   * Begins the files.
   *
   * @param delivered the paths of the list's full files of earlier days, the newest first
   */
  FileSink(FileNames names, RowLayout layout, TargetFolder folder, List<String> delivered) {
    this.names = names;
    this.layout = layout;
    this.folder = folder;
    this.delivered = delivered;
    newest().ifPresent(rows -> each(rows, before::add));
    this.full = create(FilePurpose.FULL, layout.head());
    this.added = create(FilePurpose.ADDED, layout.head());
  }

  @Override
  public void write(ExportMember member) {
    String row = layout.row(member);
    full.row(row);
    if (!before.remove(row)) {
      added.row(row);
    }
  }

  @Override
  public long rows() {
    return full.rows();
  }

  @Override
  public List<WrittenExport> finish(BlockedAddresses blocked) {
    List<WrittenExport> written = new ArrayList<>();
    written.add(full.keep(FilePurpose.FULL));
    written.add(added.keep(FilePurpose.ADDED));
    written.add(removed());
    suppressed(blocked).ifPresent(written::add);
    return written;
  }

  @Override
  public List<WrittenExport> refuse(BlockedAddresses blocked) {
    full.drop();
    added.drop();
    List<WrittenExport> written = new ArrayList<>(List.of(removed()));
    suppressed(blocked).ifPresent(written::add);
    return written;
  }

  private WrittenExport removed() {
    Optional<DeliveredRows> last = newest();
    String head = last.map(DeliveredRows::head).filter(text -> layout.hasHeadRecord()).orElse("");
    RowFile file =
        create(FilePurpose.REMOVED, head.isEmpty() ? layout.head() : head + layout.after());
    last.ifPresent(
        rows ->
            each(
                rows,
                row -> {
                  if (before.remove(row)) {
                    file.row(row);
                  }
                }));
    return file.keep(FilePurpose.REMOVED);
  }

  private Optional<WrittenExport> suppressed(BlockedAddresses blocked) {
    if (!names.list().target().format().suppressedFile()) {
      return Optional.empty();
    }
    RowFile file = create(FilePurpose.SUPPRESSED, "Email\n");
    DigestCounts seen = new DigestCounts();
    for (String path : delivered) {
      open(path)
          .ifPresent(
              rows ->
                  each(
                      rows,
                      row -> {
                        String email = DeliveredRows.cells(row).get(0);
                        if (blocked.blocksEmail(email) && seen.add(email)) {
                          file.row(CellText.quoted(email));
                        }
                      }));
    }
    return Optional.of(file.keep(FilePurpose.SUPPRESSED));
  }

  private Optional<DeliveredRows> newest() {
    return delivered.stream().findFirst().flatMap(this::open);
  }

  private Optional<DeliveredRows> open(String path) {
    Optional<InputStream> file = folder.open(path);
    return file.map(content -> new DeliveredRows(content, path, layout.hasHeadRecord()));
  }

  private static void each(DeliveredRows rows, Consumer<String> use) {
    try (rows) {
      for (Optional<String> row = rows.next(); row.isPresent(); row = rows.next()) {
        use.accept(row.get());
      }
    }
  }

  private RowFile create(FilePurpose purpose, String head) {
    String name = names.of(purpose);
    return new RowFile(name, folder.create(name), layout, head);
  }
}
