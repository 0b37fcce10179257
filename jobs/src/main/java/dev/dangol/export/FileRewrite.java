package dev.dangol.export;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Rewriting of an exported file without some of its rows.
 *
 * @param folder the file's folder
 * @param path the file's path
 * @param hasHead true where its first record names the columns
 */
public record FileRewrite(TargetFolder folder, String path, boolean hasHead) {
  private static final String BOM = "\uFEFF";

  /** The rows that meet the condition, as they stand in the file. */
  public List<String> find(Predicate<String> condition) {
    List<String> found = new ArrayList<>();
    try (DeliveredRows rows = open()) {
      for (Optional<String> row = rows.next(); row.isPresent(); row = rows.next()) {
        row.filter(condition).ifPresent(found::add);
      }
    }
    return found;
  }

  /** Writes the file anew without these rows. */
  public WrittenExport without(Predicate<String> condition, FilePurpose purpose) {
    try (DeliveredRows rows = open()) {
      RowFile file = create(name(), rows.head());
      for (Optional<String> row = rows.next(); row.isPresent(); row = rows.next()) {
        row.filter(condition.negate()).ifPresent(file::row);
      }
      return file.keep(purpose);
    }
  }

  /** Writes a file of these rows alone, beside. */
  public WrittenExport removal(String name, TargetFolder place, List<String> rows) {
    try (DeliveredRows before = open()) {
      RowFile file = new FileRewrite(place, path, hasHead).create(name, before.head());
      rows.forEach(file::row);
      return file.keep(FilePurpose.REMOVED);
    }
  }

  private RowFile create(String name, String head) {
    boolean json = path.endsWith(".json");
    boolean people = head.startsWith(BOM);
    CopiedLayout layout = new CopiedLayout(json, people ? "\r\n" : "\n");
    String first = head.isEmpty() ? "" : head + layout.end();
    return new RowFile(name, folder.create(name), layout, first);
  }

  private DeliveredRows open() {
    InputStream file = folder.open(path).orElseGet(InputStream::nullInputStream);
    return new DeliveredRows(file, path, hasHead);
  }

  private String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Layout of rows that are copied from a file. */
  private record CopiedLayout(boolean json, String end) implements RowLayout {
    @Override
    public String head() {
      return "";
    }

    @Override
    public String row(ExportMember member) {
      throw new IllegalStateException("Rows are copied.");
    }

    @Override
    public String before() {
      return json ? ",\n" : "";
    }

    @Override
    public String after() {
      return json ? "" : end;
    }

    @Override
    public String tail() {
      return json ? "\n]}\n" : "";
    }
  }
}
