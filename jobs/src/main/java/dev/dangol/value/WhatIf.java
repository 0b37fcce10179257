package dev.dangol.value;

import dev.dangol.config.ValueSettings;
import dev.dangol.table.WhatIfColumns;
import dev.dangol.value.model.Discounting;
import dev.dangol.value.model.Estimate;
import dev.dangol.value.model.Interval;
import dev.dangol.value.model.PurchaseModel;
import dev.dangol.value.model.RetentionGain;
import java.util.ArrayList;
import java.util.List;

/** What points of retention are worth, on a base's own curve. */
public final class WhatIf {
  private WhatIf() {}

  /**
   * One answer; numbers that cannot be told are NaN.
   *
   * @param points added to retention, 1 for one point
   * @param retention share of customers who are expected to buy again as things are
   * @param sales what discounted net sales grow by, with the interval that comes from the
   *     parameters of the model of purchases
   * @param share the same, divided by what is expected as things are
   */
  public record Answer(int points, double retention, Interval sales, Interval share) {}

  /** From one point to {@link WhatIfColumns#MOST_POINTS}. */
  public static List<Answer> of(
      List<RetentionGain.Worth> base, PurchaseModel model, Estimate estimate, ValueSettings how) {
    Discounting discounting = new Discounting(how.clvMonths(), how.discountRate());
    RetentionGain gain = new RetentionGain(base, model, discounting);
    List<Answer> answers = new ArrayList<>();
    for (int points = 1; points <= WhatIfColumns.MOST_POINTS; points++) {
      double more = points / 100.0;
      answers.add(
          new Answer(
              points,
              gain.retention(estimate.values()),
              estimate.interval(p -> gain.change(p, more)),
              estimate.interval(p -> gain.change(p, more) / gain.value(p))));
    }
    return answers;
  }
}
