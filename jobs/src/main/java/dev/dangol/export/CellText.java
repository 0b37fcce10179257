package dev.dangol.export;

import dev.dangol.privacy.PlainNumbers;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Locale;

/** Texts of cells: numbers without exponent, days as 2025-03-01, and what must not be in a file. */
final class CellText {
  /** Beginnings that a spreadsheet takes for a formula, with their full-width twins. */
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private CellText() {}

  /** The text of a value; a number that is not finite has none. */
  static String of(Object value) {
    return value instanceof Number number
        ? PlainNumbers.of(number.toString()).orElse("")
        : String.valueOf(value);
  }

  /** Without control characters other than tabs and line ends, and without what XML cannot hold. */
  static String printable(String text) {
    if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(CellText::isPrintable).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isPrintable(int c) {
    boolean space = c == '\t' || c == '\r' || c == '\n';
    boolean control = Character.getType(c) == Character.CONTROL && !space;
    return !control
        && Character.getType(c) != Character.SURROGATE
        && (c & 0xfffe) != 0xfffe
        && !(c >= 0xfdd0 && c <= 0xfdef);
  }

  /** The text with an apostrophe before it where a spreadsheet would compute it. */
  static String harmless(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** The cell of a comma-separated line (RFC 4180). */
  static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** The longest beginning of so many bytes of UTF-8 that ends with a whole character. */
  static String cut(String text, int mostBytes) {
    if (bytes(text) <= mostBytes) {
      return text;
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int end = 0;
    for (int next = characters.next(); next != BreakIterator.DONE; next = characters.next()) {
      if (bytes(text.substring(0, next)) > mostBytes) {
        break;
      }
      end = next;
    }
    return text.substring(0, end);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
