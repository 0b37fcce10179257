package dev.dangol.store;

import java.util.List;

/**
 * Rest of versions of a table that no reader is shown any more.
 *
 * @param keptFrom the oldest version that stays readable
 * @param files the paths of data files that no version from there on names, below the table's
 *     folder
 * @param entries the names of the log's files of versions before it, in order
 */
public record OldVersions(long keptFrom, List<String> files, List<String> entries) {
  public OldVersions {
    files = List.copyOf(files);
    entries = List.copyOf(entries);
  }

  public boolean isEmpty() {
    return files.isEmpty() && entries.isEmpty();
  }
}
