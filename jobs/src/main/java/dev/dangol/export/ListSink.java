package dev.dangol.export;

import java.util.List;

/** Sink of a list's customers. */
interface ListSink {
  /** Writes a customer. */
  void write(ExportMember member);

  /** The customers so far. */
  long rows();

  /** Ends the list, whose files are put in their places. */
  List<WrittenExport> finish(BlockedAddresses blocked);

  /** Ends a list that is too small: only those who were in it before are written, as removed. */
  List<WrittenExport> refuse(BlockedAddresses blocked);
}
