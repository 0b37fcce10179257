package dev.dangol.journey;

import java.util.Comparator;

/**
 * Decision of a person: an order, or an event of a goal of events.
 *
 * @param at when, in microseconds
 * @param id its order, by which decisions of one instant count
 * @param net net sales of the whole order less refunds, in units; 0 for an event
 * @param category of the largest line; null unknown
 */
record OrderDecision(long at, String id, long net, String category) {
  static final Comparator<OrderDecision> IN_TIME =
      Comparator.comparingLong(OrderDecision::at).thenComparing(OrderDecision::id);
}
