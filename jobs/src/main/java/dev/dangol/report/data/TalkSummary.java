package dev.dangol.report.data;

import dev.dangol.table.results.AcquisitionSourceColumns;
import dev.dangol.table.results.EffectColumns;
import dev.dangol.table.results.VoiceColumns;
import java.util.List;

/** Summary of what customers say, of what follows from it, and of what brought them. */
public record TalkSummary(
    List<VoiceLine> voices,
    List<TermLine> terms,
    List<EffectLine> effects,
    List<OriginLine> origins) {
  /** Reads each table once. */
  static TalkSummary read(ReportTables tables) {
    return new TalkSummary(
        VoiceLine.read(tables.of(VoiceColumns.TABLE)),
        TermLine.read(tables.of(VoiceColumns.TERMS)),
        EffectLine.read(tables.of(EffectColumns.TABLE)),
        OriginLine.read(tables.of(AcquisitionSourceColumns.TABLE)));
  }

  /** The words of low ratings, the surest first. */
  public List<String> lowWords() {
    return terms.stream().filter(TermLine::isLow).map(TermLine::term).distinct().toList();
  }

  /** The words of high ratings, the surest first. */
  public List<String> highWords() {
    return terms.stream().filter(term -> !term.isLow()).map(TermLine::term).distinct().toList();
  }
}
