package dev.dangol.export;

import dev.dangol.config.export.ExportTarget;
import dev.dangol.config.export.FileColumn;
import dev.dangol.export.TargetFolder.TargetFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Workbook of a target: a sheet a list and one that explains the columns. Texts stay texts, so that
 * nothing is computed and no leading zero is lost.
 *
 * @param target the target
 * @param asOf the day that is exported
 * @param korean true where readers are Korean
 * @param meanings what a column is, in the readers' language
 */
record WorkbookFile(
    ExportTarget target, LocalDate asOf, boolean korean, UnaryOperator<String> meanings) {
  private static final String APPLICATION = "Dangol";
  private static final String VERSION = "1.0";
  private static final int LONGEST_SHEET_NAME = 31;

  /** Writes the workbook of the sheets that are not too small; empty where there is none. */
  Optional<WrittenExport> write(List<SheetSink> sheets, TargetFolder folder) {
    List<SheetSink> kept = sheets.stream().filter(sheet -> !sheet.isRefused()).toList();
    try {
      return kept.isEmpty() ? Optional.empty() : Optional.of(pack(kept, folder));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      sheets.forEach(SheetSink::drop);
    }
  }

  private WrittenExport pack(List<SheetSink> sheets, TargetFolder folder) throws IOException {
    String name = target.name() + "-" + asOf + "-" + FilePurpose.FULL.word() + ".xlsx";
    TargetFile raw = folder.create(name + ".raw");
    fill(sheets, raw.out());
    TargetFile file = folder.create(name);
    MessageDigest digest = RowFile.sha256();
    try (OutputStream out = new DigestOutputStream(file.out(), digest);
        InputStream filled = raw.content()) {
      new StablePackage(asOf).copy(filled, out);
    }
    raw.drop();
    file.keep();
    long rows = sheets.stream().mapToLong(SheetSink::rows).sum();
    return new WrittenExport(
        name, FilePurpose.FULL, rows, HexFormat.of().formatHex(digest.digest()));
  }

  private void fill(List<SheetSink> sheets, OutputStream out) throws IOException {
    try (out;
        Workbook book = new Workbook(out, APPLICATION, VERSION)) {
      for (SheetSink sheet : sheets) {
        try (DeliveredRows rows = sheet.content()) {
          new SheetRows(headers()).write(book, sheetName(sheet.list()), rows);
        }
      }
      explain(book);
    }
  }

  private List<String> headers() {
    return target.format().columns().stream().map(FileColumn::header).toList();
  }

  private void explain(Workbook book) throws IOException {
    Worksheet sheet = book.newWorksheet(korean ? "읽는 법" : "How to read");
    sheet.width(0, 28);
    sheet.width(1, 90);
    sheet.inlineString(0, 0, korean ? "열" : "Column");
    sheet.inlineString(0, 1, korean ? "뜻" : "Meaning");
    sheet.style(0, 0).bold().set();
    sheet.style(0, 1).bold().set();
    int row = 1;
    for (String header : headers()) {
      sheet.inlineString(row, 0, header);
      sheet.inlineString(row, 1, meanings.apply(header));
      row++;
    }
    sheet.freezePane(0, 1);
    sheet.finish();
  }

  /** A name that Excel takes: at most 31 characters, without brackets, slashes and the like. */
  private static String sheetName(AudienceList list) {
    String plain = list.group().replaceAll("[\\[\\]*?:/\\\\']", "-");
    return plain.substring(0, Math.min(plain.length(), LONGEST_SHEET_NAME));
  }
}
