package dev.dangol.features.voice;

import dev.dangol.features.fold.CustomerAccumulator;
import dev.dangol.features.fold.ExactSum;
import dev.dangol.features.fold.FoldedCells;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.fold.FoldedSource;
import dev.dangol.features.fold.TalkRow;
import dev.dangol.table.Field;
import dev.dangol.table.features.TalkColumns;
import java.util.List;

/** Answers of a customer to surveys: how many, their mean, and the latest NPS and CSAT. */
record SurveyFold() implements FoldedFamily {
  static final long NPS = 1 << 6;
  static final long CSAT = 1 << 7;

  /** Scores between their bounds come in trillionths. */
  private static final int DIGITS = 12;

  @Override
  public List<Field> fields() {
    return List.of(
        TalkColumns.SURVEY_ANSWERS_LIFETIME,
        TalkColumns.SURVEY_SCORE_MEAN,
        TalkColumns.NPS_LATEST,
        TalkColumns.CSAT_LATEST);
  }

  @Override
  public CustomerAccumulator open(int asOf) {
    return new AnswerAccumulator();
  }

  /** Latest score of one survey; of several at one moment the lowest. */
  private static final class LatestScore {
    private long moment;
    private double score;
    private boolean known;

    void add(TalkRow answer) {
      boolean isLater = !known || answer.moment() > moment;
      if (isLater || (answer.moment() == moment && answer.score() < score)) {
        known = true;
        moment = answer.moment();
        score = answer.score();
      }
    }
  }

  /** Accumulator of the answers of one customer. */
  private static final class AnswerAccumulator implements CustomerAccumulator {
    private final ExactSum sum = new ExactSum();
    private LatestScore nps = new LatestScore();
    private LatestScore csat = new LatestScore();
    private long answers;
    private long scored;

    @Override
    public void begin() {
      sum.clear();
      nps = new LatestScore();
      csat = new LatestScore();
      answers = 0;
      scored = 0;
    }

    @Override
    public void talk(FoldedSource source, TalkRow answer) {
      if (source != FoldedSource.SURVEYS) {
        return;
      }
      answers++;
      if (answer.parts() != TalkRow.UNKNOWN) {
        scored++;
        sum.add(answer.parts());
      }
      if (answer.is(NPS)) {
        nps.add(answer);
      }
      if (answer.is(CSAT)) {
        csat.add(answer);
      }
    }

    @Override
    public void end(FoldedCells cells) {
      cells.count(answers);
      cells.numberOrNone(scored > 0, () -> sum.value(DIGITS).doubleValue() / scored);
      cells.numberOrNone(nps.known, () -> nps.score);
      cells.numberOrNone(csat.known, () -> csat.score);
    }
  }
}
