package dev.dangol.features.voice;

import dev.dangol.features.fold.CustomerAccumulator;
import dev.dangol.features.fold.ExactSum;
import dev.dangol.features.fold.FoldedCells;
import dev.dangol.features.fold.FoldedDay;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.fold.FoldedSource;
import dev.dangol.features.fold.TalkRow;
import dev.dangol.features.fold.WindowRings;
import dev.dangol.features.measure.ContactColumns;
import dev.dangol.table.Field;
import dev.dangol.table.features.TalkColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Support cases of a customer: replies in time, resolution, faults, and what they took.
 *
 * @param windows in days
 */
record SupportFold(List<Integer> windows) implements FoldedFamily {
  /** The reply was in time. */
  static final long MET = 1 << 6;

  /** There was a reply, or the time for one is over: a case still within it says nothing yet. */
  static final long DUE = 1 << 7;

  static final long RESOLVED = 1 << 8;
  static final long FAULT = 1 << 9;

  /** It is known whether the business was at fault. */
  static final long JUDGED = 1 << 10;

  private static final long REOPENED = FoldedDay.DESCRIBED.reopened();

  /** Minutes come in these parts, by their digits. */
  private static final int DIGITS = 6;

  SupportFold {
    windows = List.copyOf(windows);
  }

  @Override
  public List<Field> fields() {
    List<Field> fields =
        new ArrayList<>(
            List.of(
                TalkColumns.CASES_LIFETIME,
                TalkColumns.REPLIES_IN_TIME_SHARE,
                TalkColumns.RESOLVED_SHARE,
                TalkColumns.REOPENED_LIFETIME,
                TalkColumns.FAULT_SHARE,
                TalkColumns.HANDLING_MINUTES_LIFETIME,
                TalkColumns.SUPPORT_COST_LIFETIME,
                ContactColumns.OPENED_ON,
                ContactColumns.SOLVED_ON));
    windows.forEach(window -> fields.add(TalkColumns.cases(window)));
    return fields;
  }

  @Override
  public CustomerAccumulator open(int asOf) {
    return new CaseAccumulator(windows, asOf);
  }

  /** Accumulator of the cases of one customer. */
  private static final class CaseAccumulator implements CustomerAccumulator {
    private final List<Integer> windows;
    private final WindowRings rings;
    private final long[] opened;
    private final BitCounts counts = new BitCounts(MET, DUE, RESOLVED, REOPENED, FAULT, JUDGED);
    private final ExactSum minutes = new ExactSum();
    private final ContactDays openedOn;
    private final ContactDays solvedOn;
    private long cost;

    CaseAccumulator(List<Integer> windows, int asOf) {
      this.windows = windows;
      this.rings = new WindowRings(asOf, windows);
      this.opened = new long[rings.size()];
      this.openedOn = new ContactDays(asOf);
      this.solvedOn = new ContactDays(asOf);
    }

    @Override
    public void begin() {
      Arrays.fill(opened, 0);
      counts.clear();
      minutes.clear();
      openedOn.clear();
      solvedOn.clear();
      cost = 0;
    }

    @Override
    public void talk(FoldedSource source, TalkRow one) {
      if (source != FoldedSource.SUPPORT) {
        return;
      }
      opened[rings.of(one.day())]++;
      openedOn.mark(one.day());
      if (one.is(RESOLVED)) {
        solvedOn.mark(one.day());
      }
      counts.add(one);
      if (one.parts() != TalkRow.UNKNOWN) {
        minutes.add(one.parts());
      }
      if (one.amount() != TalkRow.UNKNOWN) {
        cost = Math.addExact(cost, one.amount());
      }
    }

    @Override
    public void end(FoldedCells cells) {
      long all = rings.sum(opened, 0);
      cells.count(all);
      cells.share(counts.of(MET), counts.of(DUE));
      cells.share(counts.of(RESOLVED), all);
      cells.count(counts.of(REOPENED));
      cells.share(counts.of(FAULT), counts.of(JUDGED));
      cells.number(minutes.value(DIGITS).doubleValue());
      cells.amount(cost);
      cells.days(openedOn.days());
      cells.days(solvedOn.days());
      windows.forEach(window -> cells.count(rings.sum(opened, 0, window)));
    }
  }
}
