package dev.dangol.export;

import java.util.Locale;

/** Purpose of a file's rows, as names of files and tables say it. */
public enum FilePurpose {
  /** Everybody in the list. */
  FULL,
  /** Rows that the file before did not have. */
  ADDED,
  /** Rows of the file before that the full file no longer has. */
  REMOVED,
  /** E-mail addresses that may no longer be written to. */
  SUPPRESSED;

  /** Its name in files and tables. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
