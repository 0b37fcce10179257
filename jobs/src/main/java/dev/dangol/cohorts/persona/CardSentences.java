package dev.dangol.cohorts.persona;

import dev.dangol.cohorts.persona.CardLine.LineBasis;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.AffinityColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.EvidenceKind;
import dev.dangol.table.results.ProfileColumns;
import dev.dangol.table.results.SegmentColumns;
import java.util.ArrayList;
import java.util.List;

/** Sentences of a persona card, each with the cells that it was made of. */
record CardSentences(CardPhrases phrases) {
  CardLine title(CohortSummary sitter) {
    return new CardLine(
        phrases.cohort(sitter.cohort()),
        List.of(sitter.cell(SharedColumns.COHORT, sitter.cohort())),
        bought(sitter));
  }

  CardLine size(CohortSummary sitter) {
    List<SourceCell> cells = new ArrayList<>();
    cells.add(sizeCell(sitter));
    cells.add(sitter.cell(CohortColumns.SHARE_OF_CUSTOMERS, sitter.shareOfCustomers()));
    String size = phrases.count(sitter.size());
    String share = phrases.share(sitter.shareOfCustomers());
    if (sitter.shareOfNetSales().isEmpty()) {
      return new CardLine(phrases.text("size", size, share), cells, bought(sitter));
    }
    double sales = sitter.shareOfNetSales().getAsDouble();
    cells.add(sitter.cell(SegmentColumns.SHARE_OF_NET_SALES, sales));
    String text = phrases.text("size_and_sales", size, share, phrases.share(sales));
    return new CardLine(text, cells, bought(sitter));
  }

  CardLine tooFew(CohortSummary sitter, int needed) {
    return new CardLine(
        phrases.text("too_few", phrases.count(sitter.size()), phrases.count(needed)),
        List.of(sizeCell(sitter)),
        bought(sitter));
  }

  CardLine nothing(CohortSummary sitter) {
    return new CardLine(
        phrases.text("nothing", phrases.count(sitter.size())),
        List.of(sizeCell(sitter)),
        bought(sitter));
  }

  /** The headline: the most distinctive findings in a few words. */
  CardLine headline(List<ProfileFinding> findings) {
    List<String> names = findings.stream().map(phrases::nameOf).toList();
    List<SourceCell> cells =
        findings.stream()
            .map(finding -> finding.cell(ProfileColumns.VALUE, finding.value()))
            .toList();
    return new CardLine(String.join(" · ", names), cells, known(findings.get(0)));
  }

  /** The name of a distinctive finding, with the figures for a drawing. */
  CardLine lift(ProfileFinding finding) {
    return new CardLine(phrases.label(finding), liftCells(finding), known(finding));
  }

  /** A finding's share of the members, its share of all customers, and the interval of its lift. */
  CardLine apart(ProfileFinding finding) {
    String text =
        phrases.text(
            "apart",
            phrases.share(finding.share()),
            phrases.phrase(finding),
            phrases.share(finding.baseShare()),
            phrases.times(finding.lifts().lift()),
            phrases.times(finding.lifts().low()),
            phrases.times(finding.lifts().high()));
    return new CardLine(text, liftCells(finding), known(finding));
  }

  /** A sentence of the pattern that gives the two shares only. */
  CardLine line(String pattern, ProfileFinding finding) {
    String what = finding.channel().isEmpty() ? phrases.nameOf(finding) : phrases.channel(finding);
    return new CardLine(
        phrases.text(
            pattern,
            phrases.share(finding.share()),
            phrases.phrase(finding),
            phrases.share(finding.baseShare()),
            what,
            phrases.value(finding)),
        shareCells(finding),
        known(finding));
  }

  /** A sentence against what is rare among the members. */
  CardLine avoided(ProfileFinding finding) {
    String own = "do_not." + finding.kind();
    return line(phrases.has(own) ? own : "do_not." + finding.place().facet(), finding);
  }

  /** A sentence on what reaches them, or fails to, with the two rates of responses. */
  CardLine reach(String pattern, ReachFinding finding) {
    return new CardLine(
        phrases.text(
            pattern,
            phrases.reach(finding.place()),
            phrases.share(finding.rate()),
            phrases.share(finding.baseRate())),
        List.of(
            finding.cell(AffinityColumns.RESPONSE_RATE, finding.rate()),
            finding.cell(AffinityColumns.BASE_RATE, finding.baseRate())),
        basis(EvidenceKind.BEHAVIOUR, finding.customers()));
  }

  private LineBasis known(ProfileFinding finding) {
    return basis(finding.evidence(), finding.known());
  }

  /** Customers are in a cohort by what they bought, whatever else it is chosen by. */
  private LineBasis bought(CohortSummary sitter) {
    return basis(EvidenceKind.TRANSACTION, sitter.size());
  }

  private LineBasis basis(EvidenceKind kind, long people) {
    String text = phrases.text("basis." + kind.word(), phrases.count(people));
    return new LineBasis(kind.word(), people, text);
  }

  private static List<SourceCell> liftCells(ProfileFinding finding) {
    List<SourceCell> cells = new ArrayList<>(shareCells(finding));
    cells.add(finding.cell(ProfileColumns.LIFT, finding.lifts().lift()));
    cells.add(finding.cell(ProfileColumns.LIFT_LOW, finding.lifts().low()));
    cells.add(finding.cell(ProfileColumns.LIFT_HIGH, finding.lifts().high()));
    return cells;
  }

  private static List<SourceCell> shareCells(ProfileFinding finding) {
    return List.of(
        finding.cell(ProfileColumns.SHARE, finding.share()),
        finding.cell(ProfileColumns.BASE_SHARE, finding.baseShare()));
  }

  private static SourceCell sizeCell(CohortSummary sitter) {
    return sitter.cell(SegmentColumns.SIZE, sitter.size());
  }
}
