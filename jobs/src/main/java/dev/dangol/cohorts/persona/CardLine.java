package dev.dangol.cohorts.persona;

import java.util.List;

/**
 * A sentence of a persona card.
 *
 * @param text the sentence
 * @param from the cells of its figures, in the order in which they appear in it
 */
public record CardLine(String text, List<SourceCell> from) {
  public CardLine {
    from = List.copyOf(from);
  }
}
