package dev.dangol.command;

import dev.dangol.sql.SqlText;
import dev.dangol.table.RowReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Prints the rows of a query for a person or a program, one after the other. */
record QueryPrinter(Dataset<Row> rows) {
  private static final int SHOWN = 1000;

  /** Format in which rows are printed. */
  enum OutputFormat {
    /** For people: aligned columns, at most a thousand rows. */
    table,
    /** RFC 4180 with a header; null is an empty cell, maps and lists are JSON. */
    csv,
    /** One object a line; a name that comes again is numbered, as in a_2. */
    json
  }

  void print(OutputFormat format, PrintStream out) {
    switch (format) {
      case table -> table(out);
      case csv -> csv(out);
      case json -> json(out);
    }
  }

  private void table(PrintStream out) {
    var shown = (org.apache.spark.sql.classic.Dataset<Row>) rows.limit(SHOWN + 1);
    out.print(shown.showString(SHOWN, 0, false));
  }

  private void csv(PrintStream out) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader(rows.columns()).get();
    Dataset<Row> texts = SqlText.texts(rows);
    try {
      CSVPrinter printer = new CSVPrinter(out, format);
      for (Iterator<Row> next = texts.toLocalIterator(); next.hasNext(); ) {
        printer.printRecord(new RowReader(next.next()).cells());
      }
      printer.flush();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void json(PrintStream out) {
    Dataset<String> objects = SqlText.json(rows.toDF(keys(rows.columns())));
    for (Iterator<String> next = objects.toLocalIterator(); next.hasNext(); ) {
      out.print(next.next() + "\n");
    }
  }

  /**
   * The columns' names, each once, whatever the case of its letters: an object has no key twice.
   */
  private static String[] keys(String[] columns) {
    Set<String> taken = new HashSet<>();
    String[] keys = columns.clone();
    for (int i = 0; i < keys.length; i++) {
      for (int again = 2; !taken.add(keys[i].toLowerCase(Locale.ROOT)); again++) {
        keys[i] = columns[i] + "_" + again;
      }
    }
    return keys;
  }
}
