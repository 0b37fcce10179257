package dev.dangol.features;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.CustomerRoleColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.TalkColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.ReferralSource;
import dev.dangol.testing.PlainRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Roles of customers who buy, give feedback and shape, customer by customer. */
record NaiveRoles(NaiveDay day) {
  private static final int NEW_DAYS = 30;

  void measure(
      Map<String, Map<String, Object>> all,
      Map<String, List<PlainRow>> purchases,
      List<PlainRow> referrals) {
    Set<String> shapers = shapers(purchases);
    Set<String> more = new HashSet<>(shapers);
    for (PlainRow referral : referrals) {
      String from = referral.text(ReferralSource.REFERRER_ID);
      String to = referral.text(ReferralSource.REFERRED_ID);
      if (shapers.contains(to) && !to.equals(from)) {
        more.add(from);
      }
    }
    all.forEach(
        (customer, row) -> {
          BigDecimal net = (BigDecimal) row.get(FeatureColumns.NET_SALES_LIFETIME.name());
          put(row, CustomerRoleColumns.IS_BUYER, net.signum() > 0);
          put(row, CustomerRoleColumns.IS_PARTNER, gives(row));
          put(row, CustomerRoleColumns.IS_SHAPER, more.contains(customer));
        });
  }

  private static boolean gives(Map<String, Object> row) {
    return List.of(
            FeatureColumns.REVIEWS_LIFETIME,
            TalkColumns.SURVEY_ANSWERS_LIFETIME,
            FeatureColumns.REPLIES_LIFETIME)
        .stream()
        .map(field -> (Long) row.get(field.name()))
        .anyMatch(count -> count != null && count > 0);
  }

  private Set<String> shapers(Map<String, List<PlainRow>> purchases) {
    Map<String, Map<String, LocalDate>> products = new TreeMap<>();
    purchases.forEach(
        (customer, lines) -> {
          for (PlainRow line : lines) {
            boolean refund =
                !line.empty(PurchaseSource.REFUND_OF)
                    || NaiveDay.sum(List.of(line), PurchaseSource.NET_AMOUNT).signum() < 0;
            if (!refund && !line.empty(SharedColumns.PRODUCT_ID)) {
              LocalDate on = day.on(line, PurchaseSource.PURCHASED_AT);
              products
                  .computeIfAbsent(line.text(SharedColumns.PRODUCT_ID), name -> new HashMap<>())
                  .merge(customer, on, (one, other) -> one.isBefore(other) ? one : other);
            }
          }
        });
    return early(products);
  }

  private static Set<String> early(Map<String, Map<String, LocalDate>> products) {
    List<LocalDate> firsts = new ArrayList<>();
    List<Long> laters = new ArrayList<>();
    for (Map<String, LocalDate> buyers : products.values()) {
      LocalDate first = Collections.min(buyers.values());
      firsts.add(first);
      laters.add(
          buyers.values().stream().filter(on -> !on.isBefore(first.plusDays(NEW_DAYS))).count());
    }
    Set<String> early = new HashSet<>();
    if (products.isEmpty()) {
      return early;
    }
    List<Long> sorted = laters.stream().sorted().toList();
    double half = (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2.0;
    LocalDate known = Collections.min(firsts).plusDays(NEW_DAYS);
    int place = 0;
    for (Map<String, LocalDate> buyers : products.values()) {
      LocalDate first = firsts.get(place);
      long later = laters.get(place++);
      if (later > 0 && later >= half && !first.isBefore(known)) {
        buyers.forEach(
            (customer, on) -> {
              if (on.isBefore(first.plusDays(NEW_DAYS))) {
                early.add(customer);
              }
            });
      }
    }
    return early;
  }

  private static void put(Map<String, Object> row, Field field, Object value) {
    row.put(field.name(), value);
  }
}
