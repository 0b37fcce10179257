package dev.dangol.cohorts.persona;

import dev.dangol.table.CohortColumns;
import dev.dangol.table.Columns;
import dev.dangol.table.ProfileColumns;
import dev.dangol.table.SegmentColumns;
import java.util.ArrayList;
import java.util.List;

/** Sentences of a card, each with the cells that it was made of. */
record Sentences(Phrases phrases) {
  Line title(Sitter sitter) {
    return new Line(
        phrases.cohort(sitter.cohort()), List.of(sitter.cell(Columns.COHORT, sitter.cohort())));
  }

  Line size(Sitter sitter) {
    List<Cell> cells = new ArrayList<>();
    cells.add(sizeCell(sitter));
    cells.add(sitter.cell(CohortColumns.SHARE_OF_CUSTOMERS, sitter.shareOfCustomers()));
    String size = phrases.count(sitter.size());
    String share = phrases.share(sitter.shareOfCustomers());
    if (sitter.shareOfNetSales().isEmpty()) {
      return new Line(phrases.text("size", size, share), cells);
    }
    double sales = sitter.shareOfNetSales().getAsDouble();
    cells.add(sitter.cell(SegmentColumns.SHARE_OF_NET_SALES, sales));
    return new Line(phrases.text("size_and_sales", size, share, phrases.share(sales)), cells);
  }

  Line tooFew(Sitter sitter, int needed) {
    return new Line(
        phrases.text("too_few", phrases.count(sitter.size()), phrases.count(needed)),
        List.of(sizeCell(sitter)));
  }

  Line nothing(Sitter sitter) {
    return new Line(
        phrases.text("nothing", phrases.count(sitter.size())), List.of(sizeCell(sitter)));
  }

  /** What sets them apart, in a few words. */
  Line headline(List<Finding> findings) {
    List<String> names = findings.stream().map(phrases::named).toList();
    List<Cell> cells =
        findings.stream()
            .map(finding -> finding.cell(ProfileColumns.VALUE, finding.value()))
            .toList();
    return new Line(String.join(" · ", names), cells);
  }

  /** The name of what sets them apart, with the figures for a drawing. */
  Line lift(Finding finding) {
    return new Line(phrases.label(finding), liftCells(finding));
  }

  /** How many of them, how many of all customers, and how sure the difference is. */
  Line apart(Finding finding) {
    String text =
        phrases.text(
            "apart",
            phrases.share(finding.share()),
            phrases.phrase(finding),
            phrases.share(finding.baseShare()),
            phrases.times(finding.lifts().lift()),
            phrases.times(finding.lifts().low()),
            phrases.times(finding.lifts().high()));
    return new Line(text, liftCells(finding));
  }

  /** A sentence of the pattern that tells the two shares, and no more. */
  Line told(String pattern, Finding finding) {
    String what = finding.channel().isEmpty() ? phrases.named(finding) : phrases.channel(finding);
    return new Line(
        phrases.text(
            pattern,
            phrases.share(finding.share()),
            phrases.phrase(finding),
            phrases.share(finding.baseShare()),
            what,
            phrases.value(finding)),
        shareCells(finding));
  }

  private static List<Cell> liftCells(Finding finding) {
    List<Cell> cells = new ArrayList<>(shareCells(finding));
    cells.add(finding.cell(ProfileColumns.LIFT, finding.lifts().lift()));
    cells.add(finding.cell(ProfileColumns.LIFT_LOW, finding.lifts().low()));
    cells.add(finding.cell(ProfileColumns.LIFT_HIGH, finding.lifts().high()));
    return cells;
  }

  private static List<Cell> shareCells(Finding finding) {
    return List.of(
        finding.cell(ProfileColumns.SHARE, finding.share()),
        finding.cell(ProfileColumns.BASE_SHARE, finding.baseShare()));
  }

  private static Cell sizeCell(Sitter sitter) {
    return sitter.cell(SegmentColumns.SIZE, sitter.size());
  }
}
