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

  /** The place up to which what was read is of a comment, and begins no other. */
  private int commented;

  public StatementReader(Reader text) {
    this.text = text;
  }

  /** The next statement, without its semicolon; empty at the end. Empty ones are left out. */
  public Optional<String> next() {
    clear();
    asks = false;
    for (int sign = take(); sign != END; sign = take()) {
      if (sign == ';') {
        read.setLength(read.length() - 1);
        if (asks) {
          return statement();
        }
        clear();
      } else {
        pass(sign);
      }
    }
    return asks ? statement() : Optional.empty();
  }

  private void clear() {
    read.setLength(0);
    commented = 0;
  }

  private Optional<String> statement() {
    return Optional.of(read.toString().strip());
  }

  /** Passes over what begins with a character: a quoted text, a comment, or nothing more. */
  private void pass(int sign) {
    if (sign == '\'' || sign == '"' || sign == '`') {
      asks = true;
      passQuoted(sign);
    } else if (endsWith("--", commented)) {
      passUntil("\n");
    } else if (endsWith("/*", commented)) {
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
    int sign = take();
    while (sign != END && !endsWith(end, from)) {
      sign = take();
    }
    commented = read.length();
  }

  /** True where what was read from a place on ends with this. */
  private boolean endsWith(String end, int place) {
    int from = read.length() - end.length();
    return from >= place && read.indexOf(end, from) == from;
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
