package dev.dangol.sql;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Reader of SQL statements, each of which ends with a semicolon or with the text. Semicolons in
 * quotes and comments end nothing. A statement is given as soon as its semicolon has been read.
 */
public final class StatementReader {
  private static final int END = -1;

  private final Reader text;
  private final StringBuilder read = new StringBuilder();
  private boolean asks;

  public StatementReader(Reader text) {
    this.text = text;
  }

  /** The next statement, without its semicolon; empty at the end. Empty ones are left out. */
  public Optional<String> next() {
    read.setLength(0);
    asks = false;
    for (int sign = take(); sign != END; sign = take()) {
      if (sign == ';') {
        read.setLength(read.length() - 1);
        if (asks) {
          return statement();
        }
        read.setLength(0);
      } else {
        pass(sign);
      }
    }
    return asks ? statement() : Optional.empty();
  }

  private Optional<String> statement() {
    return Optional.of(read.toString().strip());
  }

  /** Passes over what begins with a character: a quoted text, a comment, or nothing more. */
  private void pass(int sign) {
    if (sign == '\'' || sign == '"' || sign == '`') {
      asks = true;
      passQuoted(sign);
    } else if (endsWith("--")) {
      passUntil("\n");
    } else if (endsWith("/*")) {
      passUntil("*/");
    } else if (sign != '-' && sign != '/' && !Character.isWhitespace(sign)) {
      asks = true;
    }
  }

  private void passQuoted(int quote) {
    for (int sign = take(); sign != END && sign != quote; sign = take()) {
      if (sign == '\\' && quote != '`') {
        take();
      }
    }
  }

  private void passUntil(String end) {
    int from = read.length();
    while (take() != END) {
      if (read.length() - from >= end.length() && endsWith(end)) {
        return;
      }
    }
  }

  private boolean endsWith(String end) {
    int from = read.length() - end.length();
    return from >= 0 && read.indexOf(end, from) == from;
  }

  private int take() {
    try {
      int sign = text.read();
      if (sign != END) {
        read.append((char) sign);
      }
      return sign;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
