package dev.dangol.cohorts.persona;

import java.util.List;

/**
 * A sentence of a card.
 *
 * @param text the sentence
 * @param from the cells of its figures, in the order in which they stand in it
 */
public record Line(String text, List<Cell> from) {
  public Line {
    from = List.copyOf(from);
  }
}
