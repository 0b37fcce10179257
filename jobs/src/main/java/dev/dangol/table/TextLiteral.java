package dev.dangol.table;

/** Text as Spark's SQL reads it between quotes, whatever it holds. */
public final class TextLiteral {
  private TextLiteral() {}

  /** The text with its quotes; quotes and backslashes inside are escaped. */
  public static String of(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
