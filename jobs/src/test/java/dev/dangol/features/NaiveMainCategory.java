package dev.dangol.features;

import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.MainCategoryColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.testing.PlainRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.math3.util.CombinatoricsUtils;

/** The category that a customer buys most, from the sentences of its columns. */
record NaiveMainCategory(NaiveDay day, int window) {
  void measure(Map<String, Object> row, List<PlainRow> lines) {
    Map<String, Set<LocalDate>> categories = new TreeMap<>();
    for (PlainRow line : lines) {
      BigDecimal net = line.row().getAs(PurchaseSource.NET_AMOUNT.name());
      LocalDate on = day.on(line, PurchaseSource.PURCHASED_AT);
      boolean bought = line.empty(PurchaseSource.REFUND_OF) && net.signum() >= 0;
      if (bought && !line.empty(SharedColumns.CATEGORY) && ago(on) < 2L * window) {
        categories
            .computeIfAbsent(line.text(SharedColumns.CATEGORY), none -> new TreeSet<>())
            .add(on);
      }
    }
    String main =
        categories.entrySet().stream()
            .max(
                Comparator.comparing(
                        (Map.Entry<String, Set<LocalDate>> own) -> own.getValue().size())
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .map(Map.Entry::getKey)
            .orElse(null);
    Set<LocalDate> all = new TreeSet<>();
    categories.values().forEach(all::addAll);
    Set<LocalDate> own = main == null ? Set.of() : categories.get(main);
    long later = all.stream().filter(on -> ago(on) < window).count();
    long earlier = all.size() - later;
    long now = own.stream().filter(on -> ago(on) < window).count();
    boolean known = later > 0 && earlier > 0;
    double change = (double) now / later - (double) (own.size() - now) / earlier;
    row.put(MainCategoryColumns.MAIN_CATEGORY.name(), main);
    row.put(MainCategoryColumns.MAIN_CATEGORY_CHANGE.name(), known ? (Object) change : null);
    boolean falls = change < 0 && chance((int) now, (int) later, own.size(), all.size()) <= 0.05;
    row.put(MainCategoryColumns.MAIN_CATEGORY_FALLS.name(), known ? (Object) falls : null);
  }

  private static double chance(int now, int later, int own, int all) {
    double chance = 0;
    for (int found = Math.max(0, own - (all - later)); found <= now; found++) {
      chance += choose(own, found) * choose(all - own, later - found) / choose(all, later);
    }
    return chance;
  }

  private static double choose(int all, int some) {
    return CombinatoricsUtils.binomialCoefficientDouble(all, some);
  }

  private long ago(LocalDate on) {
    return ChronoUnit.DAYS.between(on, day.day());
  }
}
