package dev.dangol.journey;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows of one instant in the trace of a person. A row that is an event and a contact, or a reply
 * and a contact, is one row here, of the first stage that names it.
 */
final class TouchBatch {
  private final Map<String, TraceItem> rows = new TreeMap<>();

  void add(TraceItem item) {
    rows.merge(identity(item), item, TouchBatch::merged);
  }

  /** Every row once, ordered by what identifies it. */
  Collection<TraceItem> rows() {
    return List.copyOf(rows.values());
  }

  private static String identity(TraceItem item) {
    String kind =
        switch (item.kind()) {
          case EVENT, CONTACT -> item.name() == null ? "contact" : item.name();
          case REPLY -> "reply";
          default -> item.kind().name();
        };
    return item.key() + "\n" + kind;
  }

  /** The row that is no mere contact, in the first of both stages. */
  private static TraceItem merged(TraceItem one, TraceItem other) {
    TraceItem kept = one.kind() == TraceKind.CONTACT ? other : one;
    int stage =
        one.stage() == TraceItem.NO_STAGE || other.stage() == TraceItem.NO_STAGE
            ? Math.max(one.stage(), other.stage())
            : Math.min(one.stage(), other.stage());
    return kept.in(stage);
  }
}
