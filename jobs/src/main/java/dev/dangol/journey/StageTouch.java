package dev.dangol.journey;

import java.util.Comparator;
import java.util.Locale;

/**
 * Touch of a person: an event, a response or a contact that a stage names.
 *
 * @param item the row that it is
 * @param message the message that it responds to; null for none
 */
record StageTouch(TraceItem item, MessageTrace message) {
  /** Of one instant, touches count in the order of their stages. */
  static final Comparator<StageTouch> IN_STAGES =
      Comparator.comparingInt(StageTouch::stage)
          .thenComparing((StageTouch touch) -> touch.item().kind() == TraceKind.EVENT)
          .thenComparing(touch -> touch.item().key())
          .thenComparing(touch -> touch.item().kind());

  long at() {
    return item.at();
  }

  int stage() {
    return item.stage();
  }

  /** The channel in small letters; null for none. */
  String channel() {
    return item.channel();
  }

  /** The name of the event or contact; open, click or reply for a response. */
  String event() {
    return item.name() == null ? item.kind().name().toLowerCase(Locale.ROOT) : item.name();
  }

  /** The key under which it is added up, in the stage that it counts for. */
  CostKey costKey(int countedStage) {
    String campaign = item.month() == 0 ? null : item.campaign();
    return new CostKey(CostPart.TOUCH, item.month(), countedStage, item.channel(), campaign);
  }

  /** Its kind, where it is a journey's first. */
  String kind() {
    if (message != null || item.kind().isResponse() || item.campaign() != null) {
      return "advertisement";
    }
    if (item.kind() != TraceKind.EVENT) {
      return item.label() == null ? "direct" : item.label();
    }
    if (TraceItem.SEARCH.equals(item.name())) {
      return "search";
    }
    return item.channel() == null ? "direct" : "content";
  }
}
