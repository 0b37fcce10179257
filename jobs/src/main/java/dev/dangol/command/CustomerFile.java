package dev.dangol.command;

import dev.dangol.problem.BadSetting;
import dev.dangol.problem.MissingInput;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * File of customer ids: one per line, or CSV whose first column is headed customer_id. Blank lines
 * and ids that begin with # are left out.
 */
final class CustomerFile {
  private static final String HEADER = "customer_id";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private CustomerFile() {}

  /**
   * Reads the ids, trimmed, each once.
   *
   * @throws MissingInput where there is no such file
   * @throws BadSetting where it is not text or names no customer
   */
  static Set<String> read(Path file) {
    String text = text(file);
    Set<String> ids = new LinkedHashSet<>();
    for (String id : isTable(text) ? firstColumn(file, text) : text.lines().toList()) {
      String trimmed = id.strip();
      if (!trimmed.isEmpty() && !trimmed.startsWith("#")) {
        ids.add(trimmed);
      }
    }
    if (ids.isEmpty()) {
      throw new BadSetting(
          "The file " + file + " names no customer. Write one customer id per line.");
    }
    return ids;
  }

  private static String text(Path file) {
    try {
      String text = Files.readString(file);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (NoSuchFileException absent) {
      throw new MissingInput(
          "There is no file " + file + ". Name a file with one customer id per line.", absent);
    } catch (CharacterCodingException foreign) {
      throw new BadSetting("The file " + file + " is not UTF-8. Save it as UTF-8.", foreign);
    } catch (IOException failure) {
      throw new MissingInput("The file " + file + " cannot be read: " + failure, failure);
    }
  }

  private static boolean isTable(String text) {
    return text.lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .filter(line -> line.split(",", 2)[0].replace("\"", "").strip().equals(HEADER))
        .isPresent();
  }

  private static List<String> firstColumn(Path file, String text) {
    CSVFormat format = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(true).get();
    try (CSVParser rows = CSVParser.parse(text, format)) {
      return rows.stream().skip(1).map(CustomerFile::first).toList();
    } catch (IOException | java.io.UncheckedIOException broken) {
      throw new BadSetting(
          "The file " + file + " is not whole CSV: " + broken.getMessage() + ". Mend it.", broken);
    }
  }

  private static String first(CSVRecord row) {
    return row.get(0);
  }
}
