package dev.dangol.journey;

/**
 * Row in the trace of a person.
 *
 * @param at when, in microseconds
 * @param key the row that it comes from
 * @param stage the place of the stage that names it; -1 for none
 * @param name of an event its name, of a line its order, of a referral the referrer
 * @param label of an error its kind, of a line the line's id
 * @param channel in small letters; null for none
 * @param campaign null for none
 * @param category of a line the product's; else null
 * @param month year times twelve plus the month, where costs are spread by it; else 0
 * @param amount what it cost, or the net amount of a line, in units
 * @param bits the goals that it serves, a bit each
 * @param drivers the drivers that it is one of
 * @param refund true for a line that refunds
 * @param until of a case when it was resolved, null while it is not; of a referral when its day
 *     began; of the refund of a line without an order when that line's day began
 */
public record TraceItem(
    TraceKind kind,
    long at,
    String key,
    int stage,
    String name,
    String label,
    String channel,
    String campaign,
    String category,
    int month,
    long amount,
    long bits,
    long drivers,
    boolean refund,
    Long until) {
  /** The stage of what no stage names. */
  public static final int NO_STAGE = -1;

  /** Event of something that went wrong. */
  public static final String ERROR = "error";

  /** Event of looking for something. */
  static final String SEARCH = "search";

  /** The same row in another stage. */
  TraceItem in(int otherStage) {
    return new TraceItem(
        kind,
        at,
        key,
        otherStage,
        name,
        label,
        channel,
        campaign,
        category,
        month,
        amount,
        bits,
        drivers,
        refund,
        until);
  }
}
