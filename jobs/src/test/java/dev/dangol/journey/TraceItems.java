package dev.dangol.journey;

import dev.dangol.journey.GivenPerson.GivenCase;
import dev.dangol.journey.GivenPerson.GivenEvent;
import dev.dangol.journey.GivenPerson.GivenLine;
import dev.dangol.journey.GivenPerson.GivenMessage;
import java.util.ArrayList;
import java.util.List;

/** Rows of the trace of a made-up person, as {@link TraceSources} makes them of the tables. */
record TraceItems(long end) {
  static final String SNACK_CATEGORY = "snack";
  static final String CHECKOUT_EVENT = "checkout";

  /** The bits of three goals: any purchase, one of snacks, each checkout. */
  private static final long PURCHASE = 1;

  private static final long SNACK = 2;
  private static final long CHECKOUT = 4;

  List<TraceItem> of(GivenPerson person) {
    List<TraceItem> items = new ArrayList<>();
    person.lines().stream().filter(line -> line.at() < end).map(this::line).forEach(items::add);
    person.events().stream().filter(one -> one.at() < end).map(this::event).forEach(items::add);
    for (GivenMessage message : person.messages()) {
      if (message.sent() < end) {
        items.add(message(message, TraceKind.SENT, message.sent(), -1, message.cost()));
        add(items, message, TraceKind.OPEN, message.opened());
        add(items, message, TraceKind.CLICK, message.clicked());
        add(items, message, TraceKind.REPLY, message.replied());
      }
    }
    for (GivenCase one : person.cases()) {
      if (one.opened() < end) {
        Long resolved = one.resolved() == null || one.resolved() >= end ? null : one.resolved();
        items.add(item(TraceKind.CASE, one.opened(), one.key(), one.cost(), resolved));
      }
    }
    if (person.referredAt() != null && person.referredAt() < end) {
      long day = Math.floorDiv(person.referredAt(), GivenPerson.DAY) * GivenPerson.DAY;
      items.add(item(TraceKind.REFERRAL, person.referredAt(), "friend", 0, day));
    }
    return items;
  }

  private TraceItem line(GivenLine line) {
    return new TraceItem(
        TraceKind.LINE,
        line.at(),
        line.key(),
        -1,
        line.refundOf() == null ? line.order() : line.refundOf(),
        line.line(),
        null,
        null,
        line.category(),
        0,
        line.net(),
        PURCHASE | (SNACK_CATEGORY.equals(line.category()) ? SNACK : 0),
        0,
        line.refundOf() != null,
        null);
  }

  private TraceItem event(GivenEvent event) {
    return new TraceItem(
        TraceKind.EVENT,
        event.at(),
        event.key(),
        GivenPerson.STAGES.getOrDefault(event.event(), -1),
        event.event(),
        "unnamed",
        event.channel(),
        event.campaign(),
        null,
        0,
        event.cost(),
        CHECKOUT_EVENT.equals(event.event()) ? CHECKOUT : 0,
        0,
        false,
        null);
  }

  private void add(List<TraceItem> items, GivenMessage message, TraceKind kind, Long at) {
    if (at != null && at < end) {
      int stage = GivenPerson.STAGES.get(kind.name().toLowerCase(java.util.Locale.ROOT));
      items.add(message(message, kind, at, stage, 0));
    }
  }

  private static TraceItem message(
      GivenMessage message, TraceKind kind, long at, int stage, long cost) {
    return new TraceItem(
        kind,
        at,
        message.key(),
        stage,
        null,
        null,
        message.channel(),
        message.campaign(),
        null,
        0,
        cost,
        0,
        0,
        false,
        null);
  }

  private static TraceItem item(TraceKind kind, long at, String key, long cost, Long until) {
    return new TraceItem(
        kind, at, key, -1, "friend", null, null, null, null, 0, cost, 0, 0, false, until);
  }
}
