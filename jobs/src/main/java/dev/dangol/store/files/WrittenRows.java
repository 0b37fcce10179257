package dev.dangol.store.files;

import java.util.List;

/**
 * Rows that were written into files.
 *
 * @param files none where there were no rows
 * @param count how many rows
 */
public record WrittenRows(List<WrittenFile> files, long count) {
  public WrittenRows {
    files = List.copyOf(files);
    if (files.isEmpty() && count > 0) {
      throw new IllegalStateException(count + " rows were written, and into no file.");
    }
  }
}
