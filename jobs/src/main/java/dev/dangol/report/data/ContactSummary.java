package dev.dangol.report.data;

import java.util.List;

/** Contact with customers in sums: replies, what works, irrelevant messages, needs for help. */
public record ContactSummary(
    ReplySummary replies,
    List<AffinityLine> affinities,
    MessageSummary messages,
    NeedSummary needs) {
  public ContactSummary {
    affinities = List.copyOf(affinities);
  }

  static ContactSummary read(ReportTables tables) {
    return new ContactSummary(
        ReplySummary.read(tables),
        AffinityLine.read(tables),
        MessageSummary.read(tables),
        NeedSummary.read(tables));
  }
}
