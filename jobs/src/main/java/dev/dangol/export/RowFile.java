package dev.dangol.export;

import dev.dangol.export.TargetFolder.TargetFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** File of rows that is being written, with their number and the file's SHA-256. */
final class RowFile {
  private static final int BUFFER_BYTES = 1 << 16;

  private final String name;
  private final TargetFile file;
  private final RowLayout layout;
  private final MessageDigest digest = sha256();
  private final Writer out;
  private long rows;

  /**
   * Begins a file.
   *
   * @param head everything before its first row
   */
  RowFile(String name, TargetFile file, RowLayout layout, String head) {
    this.name = name;
    this.file = file;
    this.layout = layout;
    OutputStream hashed = new DigestOutputStream(file.out(), digest);
    this.out =
        new BufferedWriter(new OutputStreamWriter(hashed, StandardCharsets.UTF_8), BUFFER_BYTES);
    write(head);
  }

  void row(String row) {
    if (rows > 0) {
      write(layout.before());
    }
    write(row);
    write(layout.after());
    rows++;
  }

  long rows() {
    return rows;
  }

  /** Ends the file and puts it in its place. */
  WrittenExport keep(FilePurpose kind) {
    write(layout.tail());
    close();
    file.keep();
    return new WrittenExport(name, kind, rows, HexFormat.of().formatHex(digest.digest()));
  }

  /** Ends the file and gives its content, before it is dropped. */
  InputStream content() {
    close();
    return file.content();
  }

  void drop() {
    close();
    file.drop();
  }

  private void write(String text) {
    try {
      out.write(text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void close() {
    try {
      out.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
