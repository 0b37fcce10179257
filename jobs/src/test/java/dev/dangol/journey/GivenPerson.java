package dev.dangol.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Made-up person with all that journeys are made of. Times lie on a coarse grid, so that many
 * things happen at one instant.
 *
 * @param id theirs
 * @param known false for a visitor
 */
record GivenPerson(
    String id,
    boolean known,
    List<GivenEvent> events,
    List<GivenLine> lines,
    List<GivenMessage> messages,
    List<GivenCase> cases,
    Long referredAt) {
  static final long HOUR = 3_600_000_000L;
  static final long DAY = 24 * HOUR;
  static final long START = 20_000 * DAY;

  /** The stage of each event, by the settings' own defaults. */
  static final Map<String, Integer> STAGES =
      Map.ofEntries(
          Map.entry("view", 0),
          Map.entry("open", 0),
          Map.entry("search", 1),
          Map.entry("help", 1),
          Map.entry("compare", 2),
          Map.entry("click", 2),
          Map.entry("reply", 2),
          Map.entry("cart", 3),
          Map.entry("checkout", 3),
          Map.entry("comment", 4),
          Map.entry("share", 4));

  private static final List<String> EVENTS =
      List.of(
          "view",
          "view",
          "view",
          "open",
          "search",
          "help",
          "compare",
          "click",
          "cart",
          "checkout",
          "comment",
          "share",
          "error");
  private static final List<String> CHANNELS = List.of("app", "mail", "검색");
  private static final List<String> CATEGORIES = List.of("snack", "sofa", "book");

  record GivenEvent(
      String key, long at, String event, String channel, String campaign, long cost) {}

  record GivenLine(
      String key, String order, String line, long at, long net, String category, String refundOf) {}

  record GivenMessage(
      String key,
      long sent,
      Long opened,
      Long clicked,
      Long replied,
      String channel,
      String campaign,
      long cost) {}

  record GivenCase(String key, long opened, Long replied, Long resolved, long cost) {}

  /** A person drawn by chance over so many days. */
  static GivenPerson drawn(int number, Random chance, int days) {
    String id = "c" + number;
    boolean known = number % 5 != 0;
    List<GivenEvent> events = new ArrayList<>();
    for (int i = chance.nextInt(25); i > 0; i--) {
      events.add(
          new GivenEvent(
              id + "e" + i,
              moment(chance, days),
              pick(EVENTS, chance),
              chance.nextInt(4) == 0 ? null : pick(CHANNELS, chance),
              chance.nextInt(3) == 0 ? "k" + chance.nextInt(2) : null,
              chance.nextInt(3) * 5000L));
    }
    List<GivenLine> lines = new ArrayList<>();
    List<GivenMessage> messages = new ArrayList<>();
    List<GivenCase> cases = new ArrayList<>();
    if (known) {
      addOrders(id, chance, days, lines);
      addMessages(id, chance, days, messages);
      for (int i = chance.nextInt(3); i > 0; i--) {
        long opened = moment(chance, days);
        Long resolved = chance.nextBoolean() ? opened + chance.nextInt(100) * HOUR : null;
        Long replied = chance.nextBoolean() ? opened + chance.nextInt(3) * HOUR / 2 : null;
        cases.add(new GivenCase(id + "s" + i, opened, replied, resolved, chance.nextInt(4) * 700L));
      }
    }
    Long referred = known && chance.nextInt(3) == 0 ? moment(chance, days) : null;
    return new GivenPerson(id, known, events, lines, messages, cases, referred);
  }

  /** The same person without anything that happened at a moment or later. */
  GivenPerson before(long end) {
    return new GivenPerson(
        id,
        known,
        events.stream().filter(one -> one.at() < end).toList(),
        lines.stream().filter(one -> one.at() < end).toList(),
        messages.stream().filter(one -> one.sent() < end).toList(),
        cases.stream().filter(one -> one.opened() < end).toList(),
        referredAt);
  }

  private static void addOrders(String id, Random chance, int days, List<GivenLine> lines) {
    for (int order = chance.nextInt(4); order > 0; order--) {
      long at = moment(chance, days);
      String name = chance.nextInt(5) == 0 ? null : id + "o" + order;
      for (int line = 1 + (name == null ? 0 : chance.nextInt(2)); line > 0; line--) {
        String key = id + "o" + order + "l" + line;
        long net = 1_0000L * (1 + chance.nextInt(50));
        lines.add(
            new GivenLine(
                key, name, "l" + line, at + line * HOUR, net, pick(CATEGORIES, chance), null));
        if (name != null && chance.nextInt(4) == 0) {
          lines.add(new GivenLine(key + "r", null, null, at + 20 * DAY, -net / 2, null, name));
        }
      }
    }
  }

  private static void addMessages(String id, Random chance, int days, List<GivenMessage> messages) {
    for (int i = chance.nextInt(5); i > 0; i--) {
      long sent = moment(chance, days);
      messages.add(
          new GivenMessage(
              id + "m" + i,
              sent,
              response(sent, chance),
              response(sent, chance),
              chance.nextInt(6) == 0 ? (Long) (sent + HOUR) : null,
              chance.nextBoolean() ? "mail" : "sms",
              chance.nextInt(3) == 0 ? null : "k" + chance.nextInt(2),
              chance.nextInt(3) * 300L));
    }
  }

  private static Long response(long sent, Random chance) {
    return switch (chance.nextInt(3)) {
      case 0 -> null;
      case 1 -> sent + 5_000_000L;
      default -> sent + 6 * HOUR * chance.nextInt(10);
    };
  }

  private static long moment(Random chance, int days) {
    return START + 6 * HOUR * chance.nextInt(days * 4);
  }

  private static <T> T pick(List<T> from, Random chance) {
    return from.get(chance.nextInt(from.size()));
  }
}
