package dev.dangol.value;

import dev.dangol.config.ValueSettings;
import dev.dangol.table.results.WhatIfColumns;
import dev.dangol.value.fitting.ConfidenceInterval;
import dev.dangol.value.fitting.ParameterEstimate;
import dev.dangol.value.model.DiscountSchedule;
import dev.dangol.value.model.PurchaseModel;
import dev.dangol.value.model.RetentionGain;
import java.util.ArrayList;
import java.util.List;

/** Retention what-if: the worth of points of retention, on a base's own curve. */
public final class RetentionWhatIf {
  private RetentionWhatIf() {}

  /**
   * One answer; numbers that cannot be computed are NaN.
   *
   * @param points added to retention, 1 for one point
   * @param retention share of customers who are expected to buy again as things are
   * @param sales the gain in discounted net sales, with the interval that comes from the parameters
   *     of the model of purchases
   * @param share the same, divided by what is expected as things are
   */
  public record WhatIfAnswer(
      int points, double retention, ConfidenceInterval sales, ConfidenceInterval share) {}

  /** From one point to {@link WhatIfColumns#MOST_POINTS}. */
  public static List<WhatIfAnswer> of(
      List<RetentionGain.HistoryWorth> base,
      PurchaseModel model,
      ParameterEstimate estimate,
      ValueSettings how) {
    DiscountSchedule discounting = new DiscountSchedule(how.clvMonths(), how.discountRate());
    RetentionGain gain = new RetentionGain(base, model, discounting);
    List<WhatIfAnswer> answers = new ArrayList<>();
    for (int points = 1; points <= WhatIfColumns.MOST_POINTS; points++) {
      double more = points / 100.0;
      answers.add(
          new WhatIfAnswer(
              points,
              gain.retention(estimate.values()),
              estimate.interval(p -> gain.change(p, more)),
              estimate.interval(p -> gain.change(p, more) / gain.value(p))));
    }
    return answers;
  }
}
