package dev.dangol.cohorts.persona;

import dev.dangol.cohorts.persona.CardLine.LineBasis;
import dev.dangol.table.results.EvidenceKind;
import dev.dangol.table.results.JourneyPathColumns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sentences on the way of a persona to the main goal, one per step. */
record PathSentences(CardPhrases phrases) {
  private static final double HOURS = 24;

  /** Hours that would be shown as none. */
  private static final double SHORTEST = 0.05;

  /** The steps in their order. */
  List<CardLine> lines(List<PathFinding> path) {
    return path.stream()
        .sorted(Comparator.comparingLong(step -> step.place().step()))
        .map(this::line)
        .toList();
  }

  private CardLine line(PathFinding step) {
    List<SourceCell> cells = new ArrayList<>();
    String stage = phrases.stage(step.place().stage());
    cells.add(step.cell(JourneyPathColumns.STAGE, step.place().stage()));
    step.event().ifPresent(event -> cells.add(step.cell(JourneyPathColumns.EVENT, event)));
    step.channel().ifPresent(channel -> cells.add(step.cell(JourneyPathColumns.CHANNEL, channel)));
    cells.add(step.cell(JourneyPathColumns.SHARE, step.share()));
    String text = phrases.text("path.step", stage, touch(step), phrases.share(step.share()));
    if (step.days().isEmpty()) {
      return new CardLine(text, cells, basis(step));
    }
    double days = step.days().getAsDouble();
    cells.add(step.cell(JourneyPathColumns.DWELL_P50, days));
    String left =
        days * HOURS < SHORTEST
            ? phrases.text("path.dwell.at_once", text)
            : phrases.text("path.dwell", text, span(days));
    return new CardLine(left, cells, basis(step));
  }

  private LineBasis basis(PathFinding step) {
    String text = phrases.text("basis.journeys", phrases.count(step.journeys()));
    return new LineBasis(EvidenceKind.BEHAVIOUR.word(), step.journeys(), text);
  }

  private String touch(PathFinding step) {
    if (step.event().isEmpty()) {
      return phrases.text("path.decision");
    }
    String event = phrases.nameOr("event.", step.event().get());
    return step.channel().isEmpty()
        ? event
        : phrases.text("path.touch", event, phrases.nameOr("value.channel.", step.channel().get()));
  }

  private String span(double days) {
    return days < 1
        ? phrases.text("unit.hours", phrases.decimal(days * HOURS))
        : phrases.text("unit.days", phrases.decimal(days));
  }
}
