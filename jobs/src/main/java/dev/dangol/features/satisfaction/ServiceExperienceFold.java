package dev.dangol.features.satisfaction;

import dev.dangol.features.fold.CustomerAccumulator;
import dev.dangol.features.fold.ExactSum;
import dev.dangol.features.fold.FoldedCells;
import dev.dangol.features.fold.FoldedDay;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.fold.FoldedSource;
import dev.dangol.features.fold.TalkRow;
import dev.dangol.features.measure.ExperienceColumns;
import dev.dangol.features.voice.SupportFeatures;
import dev.dangol.table.Field;
import dev.dangol.table.features.SatisfactionColumns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Service experience of a customer as known on a day. It is cases of a fault, missed replies, cases
 * that were opened again, and the mean of their answers to surveys.
 *
 * @param day the day of the pass by which rows are known
 */
record ServiceExperienceFold(FoldedDay day) implements FoldedFamily {
  /** Columns of cases. */
  static final List<Field> CASES =
      List.of(
          ExperienceColumns.FAULT_CASES,
          ExperienceColumns.FAULTS_ON,
          ExperienceColumns.MISSED_ON,
          ExperienceColumns.REOPENED_ON);

  /** Answers come in trillionths of the way between their bounds. */
  private static final int DIGITS = 12;

  /** Digits of a mean, and those with which it is divided before it is rounded to them. */
  private static final int MEAN_DIGITS = 16;

  private static final int DIVIDED_DIGITS = 39;

  @Override
  public List<Field> fields() {
    return Stream.concat(CASES.stream(), Stream.of(SatisfactionColumns.SURVEY))
        .map(day::of)
        .toList();
  }

  @Override
  public CustomerAccumulator open(int asOf) {
    return new ServiceAccumulator(day);
  }

  /** Accumulator of the cases and answers of one customer. */
  private static final class ServiceAccumulator implements CustomerAccumulator {
    private final FoldedDay day;
    private final TreeSet<Integer> faultsOn = new TreeSet<>();
    private final TreeSet<Integer> missedOn = new TreeSet<>();
    private final TreeSet<Integer> reopenedOn = new TreeSet<>();
    private final ExactSum answers = new ExactSum();
    private long faults;
    private long answered;

    ServiceAccumulator(FoldedDay day) {
      this.day = day;
    }

    @Override
    public void begin() {
      faultsOn.clear();
      missedOn.clear();
      reopenedOn.clear();
      answers.clear();
      faults = 0;
      answered = 0;
    }

    @Override
    public void talk(FoldedSource source, TalkRow row) {
      if (!row.is(day.known())) {
        return;
      }
      if (source == FoldedSource.SUPPORT) {
        addCase(row);
      } else if (source == FoldedSource.SURVEYS && row.parts() != TalkRow.UNKNOWN) {
        answers.add(row.parts());
        answered++;
      }
    }

    private void addCase(TalkRow one) {
      if (one.is(SupportFeatures.FAULT)) {
        faults++;
        faultsOn.add(one.day());
      }
      if (one.is(day.missed())) {
        missedOn.add(one.dueOn());
      }
      if (one.is(day.reopened())) {
        reopenedOn.add(one.reopenedOn());
      }
    }

    @Override
    public void end(FoldedCells cells) {
      cells.count(faults);
      cells.days(faultsOn);
      cells.days(missedOn);
      cells.days(reopenedOn);
      cells.numberOrNone(answered > 0, () -> mean().doubleValue());
    }

    private BigDecimal mean() {
      return answers
          .value(DIGITS)
          .divide(BigDecimal.valueOf(answered), DIVIDED_DIGITS, RoundingMode.HALF_UP)
          .setScale(MEAN_DIGITS, RoundingMode.HALF_UP);
    }
  }
}
