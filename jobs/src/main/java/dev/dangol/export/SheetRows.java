package dev.dangol.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Rows of a sheet with typed cells below a frozen head, streamed. More rows than Excel takes go on
 * in a further sheet.
 */
record SheetRows(List<String> headers) {
  private static final int MOST_ROWS = 1_048_575;
  private static final int ROWS_IN_MEMORY = 1_000;
  private static final int CHARACTERS = 18;

  void write(Workbook book, String name, DeliveredRows rows) throws IOException {
    int part = 1;
    Worksheet sheet = begin(book, name);
    int at = 0;
    for (Optional<String> row = rows.next(); row.isPresent(); row = rows.next()) {
      if (at == MOST_ROWS) {
        sheet.finish();
        part++;
        sheet = begin(book, name.substring(0, Math.min(name.length(), 26)) + " (" + part + ")");
        at = 0;
      }
      at++;
      write(sheet, at, DeliveredRows.cells(row.get()));
      if (at % ROWS_IN_MEMORY == 0) {
        sheet.flush();
      }
    }
    sheet.finish();
  }

  private Worksheet begin(Workbook book, String name) {
    Worksheet sheet = book.newWorksheet(name);
    for (int column = 0; column < headers.size(); column++) {
      sheet.width(column, CHARACTERS);
      sheet.inlineString(0, column, headers.get(column));
      sheet.style(0, column).bold().set();
    }
    sheet.freezePane(0, 1);
    return sheet;
  }

  private static void write(Worksheet sheet, int row, List<String> cells) {
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      if (!cell.isEmpty()) {
        write(sheet, new CellPlace(row, column), cell);
      }
    }
  }

  private static void write(Worksheet sheet, CellPlace place, String cell) {
    String text = cell.substring(1);
    switch (cell.charAt(0)) {
      case 'n' -> number(sheet, place, text);
      case 'd' -> {
        sheet.value(place.row(), place.column(), LocalDate.parse(text));
        sheet.style(place.row(), place.column()).format("yyyy-mm-dd").set();
      }
      case 'b' -> sheet.value(place.row(), place.column(), Boolean.valueOf(text));
      default -> {
        if (!text.isEmpty()) {
          sheet.inlineString(place.row(), place.column(), text);
        }
      }
    }
  }

  private static void number(Worksheet sheet, CellPlace place, String text) {
    if (!text.isEmpty()) {
      sheet.value(place.row(), place.column(), new BigDecimal(text));
    }
  }

  private record CellPlace(int row, int column) {}
}
