package dev.dangol.command;

import dev.dangol.sql.SqlText;
import dev.dangol.table.RowReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
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
    /** One object a line. */
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
    for (Iterator<String> next = SqlText.json(rows).toLocalIterator(); next.hasNext(); ) {
      out.print(next.next() + "\n");
    }
  }
}
