package dev.dangol.features.fold;

import dev.dangol.table.Field;
import java.util.Locale;

/** As-of day of a pass: the one described, or an earlier one that the same rows tell of. */
public enum FoldedDay {
  DESCRIBED(0),
  EARLIER(3);

  private static final int KNOWN = 1;
  private static final int JUDGED = 2;
  private static final int LATE = 4;

  /** Places of its bits in the state of a line. */
  private final int shift;

  FoldedDay(int shift) {
    this.shift = shift;
  }

  /** The column that holds a measure of the day, null where there is none. */
  public Field of(Field measure) {
    String own = "_" + name().toLowerCase(Locale.ROOT) + "_" + measure.name();
    return measure.renamed(own, measure.meaning()).nullable();
  }

  /** The value of a case's state by which its reply had been missed on the day. */
  public int missed() {
    return LATE << shift;
  }

  /** The value of a case's state by which it had been opened again on the day. */
  public int reopened() {
    return JUDGED << shift;
  }

  /** The value of a row's state by which it was known on the day. */
  public int known() {
    return KNOWN << shift;
  }

  /** The value of a line's state by which its delivery could be judged on the day. */
  public int judged() {
    return JUDGED << shift;
  }

  /** The value of a line's state by which its delivery was late on the day. */
  public int late() {
    return LATE << shift;
  }
}
