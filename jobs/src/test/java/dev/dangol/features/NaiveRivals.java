package dev.dangol.features;

import dev.dangol.config.RivalSettings;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.RivalColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.testing.PlainRow;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Purchase days in rivals' campaigns, one rival after the other. */
record NaiveRivals(List<RivalSettings> rivals, NaiveDay day) {
  void measure(Map<String, Object> row, List<PlainRow> lines) {
    Map<String, Object> bought = new TreeMap<>();
    Map<String, Object> matched = new TreeMap<>();
    long kept = 0;
    for (RivalSettings rival : rivals) {
      if (rival.to().isAfter(day.day())) {
        continue;
      }
      Set<LocalDate> days = days(rival, lines);
      long length = ChronoUnit.DAYS.between(rival.from(), rival.to()) + 1;
      LocalDate earlier = rival.from().minusDays(length);
      if (between(days, rival.from().minusDays(365), rival.from()) > 0) {
        long during = between(days, rival.from(), rival.to().plusDays(1));
        bought.put(rival.name(), during);
        kept += during > 0 ? 1 : 0;
      }
      if (between(days, earlier.minusDays(365), earlier) > 0) {
        matched.put(rival.name(), between(days, earlier, rival.from()));
      }
    }
    row.put(RivalColumns.BOUGHT.name(), bought.isEmpty() ? null : bought);
    row.put(RivalColumns.MATCHED.name(), matched.isEmpty() ? null : matched);
    Double loyalty = bought.isEmpty() ? null : Double.valueOf((double) kept / bought.size());
    row.put(RivalColumns.LOYALTY.name(), loyalty);
  }

  private Set<LocalDate> days(RivalSettings rival, List<PlainRow> lines) {
    return lines.stream()
        .filter(
            line ->
                line.empty(PurchaseSource.REFUND_OF)
                    && NaiveDay.sum(List.of(line), PurchaseSource.NET_AMOUNT).signum() >= 0)
        .filter(
            line ->
                rival.categories().isEmpty()
                    || rival.categories().stream()
                        .anyMatch(one -> one.equals(line.text(SharedColumns.CATEGORY))))
        .map(line -> day.on(line, PurchaseSource.PURCHASED_AT))
        .collect(Collectors.toSet());
  }

  private static long between(Set<LocalDate> days, LocalDate from, LocalDate before) {
    return days.stream().filter(on -> !on.isBefore(from) && on.isBefore(before)).count();
  }
}
