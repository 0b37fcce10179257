package dev.dangol.export;

/**
 * Layout of a file: its head, its rows, and the texts between. A file is the head, for each row
 * {@code before} (not for the first), the row and {@code after}, and then the tail.
 */
interface RowLayout {
  /** Everything before the first row. */
  String head();

  /** The row of a customer, without the text that ends it. */
  String row(ExportMember member);

  default String before() {
    return "";
  }

  default String after() {
    return "\n";
  }

  default String tail() {
    return "";
  }

  /** True where the first record of the file is the head, which removals repeat as it was. */
  default boolean hasHeadRecord() {
    return true;
  }
}
