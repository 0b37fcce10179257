package dev.dangol.cohorts.persona;

import java.util.List;

/**
 * A sentence of a persona card.
 *
 * @param text the sentence
 * @param from the cells of its figures, in the order in which they appear in it
 * @param basis how it is known
 */
public record CardLine(String text, List<SourceCell> from, LineBasis basis) {
  public CardLine {
    from = List.copyOf(from);
  }

  /**
   * Basis of a line.
   *
   * @param evidence its kind: transaction behaviour survey review case record
   * @param people how many members it rests on; of a step of their way, how many journeys of theirs
   * @param text the same in words
   */
  public record LineBasis(String evidence, long people, String text) {}
}
