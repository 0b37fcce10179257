package dev.dangol.features;

import dev.dangol.config.RfmSettings;
import dev.dangol.config.RfmSettings.ScoreRange;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Scores and groups, every customer compared with every other. */
final class NaiveRfm {
  private final Collection<Map<String, Object>> customers;
  private final RfmSettings how;

  NaiveRfm(Collection<Map<String, Object>> customers, RfmSettings how) {
    this.customers = customers;
    this.how = how;
  }

  void score() {
    for (Map<String, Object> row : customers) {
      row.put("recency_score", score(row, "days_since_last_order", -1, how.recencyDays()));
      row.put("frequency_score", score(row, "frequency", 1, how.frequency()));
      row.put("monetary_score", score(row, "net_sales_lifetime", 1, how.monetary()));
    }
    for (Map<String, Object> row : customers) {
      row.put(
          "rfm_group",
          how.groups().stream()
              .filter(group -> in(group.recency(), row.get("recency_score")))
              .filter(group -> in(group.frequency(), row.get("frequency_score")))
              .filter(group -> in(group.monetary(), row.get("monetary_score")))
              .map(RfmSettings.RfmGroup::name)
              .findFirst()
              .orElse("others"));
    }
  }

  /**
   * The highest score whose share of worse others, or whose cut point, is reached; without cut
   * points the last one where others do worse and no customer better.
   */
  private long score(Map<String, Object> row, String measure, int sign, List<Double> cuts) {
    BigDecimal value = number(row, measure, sign);
    long worse =
        customers.stream()
            .filter(other -> number(other, measure, sign).compareTo(value) < 0)
            .count();
    boolean best =
        customers.stream().noneMatch(other -> number(other, measure, sign).compareTo(value) > 0);
    if (cuts.isEmpty() && best && worse > 0) {
      return how.scores();
    }
    long score = 1;
    for (int next = 2; next <= how.scores(); next++) {
      boolean reached =
          cuts.isEmpty()
              ? worse > 0 && worse * how.scores() >= (next - 1L) * (customers.size() - 1)
              : cuts.stream().filter(cut -> !reaches(value, sign * cut)).count()
                  <= how.scores() - next;
      score = reached ? next : score;
    }
    return score;
  }

  private static boolean reaches(BigDecimal value, double cut) {
    return value.compareTo(BigDecimal.valueOf(cut)) >= 0;
  }

  private static BigDecimal number(Map<String, Object> row, String measure, int sign) {
    return new BigDecimal(row.get(measure).toString()).multiply(BigDecimal.valueOf(sign));
  }

  private static boolean in(ScoreRange range, Object score) {
    return (Long) score >= range.from() && (Long) score <= range.to();
  }
}
