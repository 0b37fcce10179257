package dev.dangol.features;

import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.AppreciationColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.TalkColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import dev.dangol.testing.PlainRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Contact after purchases and complaints of a customer, from the sentences of their columns. */
record NaiveContacts(NaiveDay day, Map<Source, Map<String, List<PlainRow>>> rows) {
  private static final int DAYS = 30;

  void measure(String customer, Map<String, Object> row) {
    Set<LocalDate> contacts = contacts(customer);
    Set<LocalDate> bought = new HashSet<>();
    for (PlainRow line : of(Sources.PURCHASES, customer)) {
      BigDecimal net = line.row().getAs(PurchaseSource.NET_AMOUNT.name());
      LocalDate on = day.on(line, PurchaseSource.PURCHASED_AT);
      boolean refund = !line.empty(PurchaseSource.REFUND_OF) || net.signum() < 0;
      if (!refund && !on.plusDays(DAYS).isAfter(day.day())) {
        bought.add(on);
      }
    }
    long followed = bought.stream().filter(on -> isFollowed(on, contacts)).count();
    row.put(
        AppreciationColumns.CONTACT_AFTER_ORDER_SHARE.name(),
        NaiveDay.share(followed, bought.size()));
    long complaints =
        (Long) row.get(FeatureColumns.LOW_RATINGS_LIFETIME.name())
            + (Long) row.get(TalkColumns.CASES_LIFETIME.name());
    row.put(
        AppreciationColumns.COMPLAINTS_PER_ORDER.name(),
        NaiveDay.share(complaints, (Long) row.get(FeatureColumns.ORDERS_LIFETIME.name())));
  }

  private static boolean isFollowed(LocalDate bought, Set<LocalDate> contacts) {
    for (int after = 1; after <= DAYS; after++) {
      if (contacts.contains(bought.plusDays(after))) {
        return true;
      }
    }
    return false;
  }

  private Set<LocalDate> contacts(String customer) {
    Set<LocalDate> contacts = new HashSet<>();
    Set<LocalDate> opened = new HashSet<>();
    for (PlainRow one : of(Sources.SUPPORT, customer)) {
      LocalDate on = day.on(one, SupportSource.OPENED_AT);
      opened.add(on);
      if (isSolved(one)) {
        contacts.add(on);
      }
    }
    for (PlainRow review : of(Sources.REVIEWS, customer)) {
      contacts.add(day.on(review, ReviewSource.REVIEWED_AT));
    }
    for (PlainRow event : of(Sources.ENGAGEMENT, customer)) {
      LocalDate on = day.on(event, EngagementSource.OCCURRED_AT);
      boolean alone =
          !opened.contains(on) && !opened.contains(on.plusDays(1)) && on.isBefore(day.day());
      switch (event.text(EngagementSource.EVENT)) {
        case "reply", "comment" -> contacts.add(on);
        case "help" -> contacts.addAll(alone ? Set.of(on) : Set.of());
        default -> {
          // No contact.
        }
      }
    }
    return contacts;
  }

  private boolean isSolved(PlainRow one) {
    boolean again =
        day.happened(one, SupportSource.REOPENED_AT)
            && day.happened(one, SupportSource.RESOLVED_AT)
            && one.instant(SupportSource.REOPENED_AT)
                .isAfter(one.instant(SupportSource.RESOLVED_AT));
    return day.happened(one, SupportSource.RESOLVED_AT) && !again;
  }

  private List<PlainRow> of(Source source, String customer) {
    return rows.get(source).getOrDefault(customer, List.of()).stream()
        .filter(row -> !row.empty(SharedColumns.CUSTOMER_ID))
        .toList();
  }
}
