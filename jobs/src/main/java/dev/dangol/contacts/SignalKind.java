package dev.dangol.contacts;

/**
 * Kinds of signals, in the order in which those of one instant are taken. What is known at a
 * sending happened before it, a look for help comes before its case, and a purchase after both.
 */
enum SignalKind {
  /** A message is sent. */
  SEND(0),
  /** A help page is looked at. */
  HELP(1),
  /** A case is opened. */
  CASE(2),
  /** A message of a campaign is opened, as engagement tells it. */
  OPEN(3),
  /** A message of a campaign is clicked, as engagement tells it. */
  CLICK(4),
  /** A product of a category is looked at. */
  LOOK(5),
  /** Something is bought. */
  PURCHASE(6);

  private static final SignalKind[] IN_ORDER = values();

  /** The place in the order, from 0. */
  final int place;

  SignalKind(int place) {
    this.place = place;
  }

  static SignalKind at(long place) {
    return IN_ORDER[(int) place];
  }
}
