package dev.dangol.store;

import java.util.UUID;

/**
 * Note in a commit that says who wrote it; the history of a table shows it. Each write has a number
 * of its own, by which a commit is recognised whose answer was lost.
 *
 * @param author the program, run and job
 * @param rows how many rows were written
 * @param write the write's own number
 */
record CommitNote(String author, long rows, String write) {

  static CommitNote of(String author, long rows) {
    return new CommitNote(author, rows, UUID.randomUUID().toString());
  }

  String text() {
    return author + " rows=" + rows + " write=" + write;
  }
}
