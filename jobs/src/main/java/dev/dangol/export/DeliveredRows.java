package dev.dangol.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of a file that was written before, as they stand in it. */
public final class DeliveredRows implements AutoCloseable {
  private static final String USER = "{\"id\":";

  private final BufferedReader in;
  private final boolean json;
  private final String head;

  /**
   * Opens a file.
   *
   * @param name its name, whose end says if it is JSON
   * @param hasHead true where its first record names the columns
   */
  public DeliveredRows(InputStream file, String name, boolean hasHead) {
    this.in = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    this.json = name.endsWith(".json");
    this.head =
        (json ? Optional.ofNullable(line()) : hasHead ? record() : Optional.<String>empty())
            .orElse("");
  }

  /** The record that names the columns, of JSON the first line; empty where there is none. */
  public String head() {
    return head;
  }

  /** The next row; empty at the end. */
  public Optional<String> next() {
    return json ? user() : record();
  }

  /** The cells of a comma-separated row. */
  public static List<String> cells(String row) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < row.length(); at++) {
      char c = row.charAt(at);
      if (c == '"' && quoted && at + 1 < row.length() && row.charAt(at + 1) == '"') {
        cell.append(c);
        at++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  private Optional<String> user() {
    for (String line = line(); line != null; line = line()) {
      if (line.startsWith(USER)) {
        return Optional.of(line.endsWith(",") ? line.substring(0, line.length() - 1) : line);
      }
    }
    return Optional.empty();
  }

  /** The next record, which may hold line ends between quotes. */
  private Optional<String> record() {
    StringBuilder text = new StringBuilder();
    boolean quoted = false;
    for (int c = read(); c >= 0; c = read()) {
      quoted ^= c == '"';
      if (c == '\n' && !quoted) {
        int end = text.length() - 1;
        if (end >= 0 && text.charAt(end) == '\r') {
          text.setLength(end);
        }
        return Optional.of(text.toString());
      }
      text.append((char) c);
    }
    return Optional.of(text.toString()).filter(rest -> !rest.isEmpty());
  }

  private int read() {
    try {
      return in.read();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String line() {
    try {
      return in.readLine();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
