package dev.dangol.table;

/**
 * Intermediate columns between referrals and the referral network. Rows are first one per referrer
 * and person referred, then one per person who refers others. They are never stored.
 */
public final class PairColumns {
  public static final Field SELF =
      Field.flag("is_self", "True where the person referred is the referrer.");
  public static final Field FIRST_REFERRER =
      Field.text("first_referrer", "The customer who referred the person first.");
  public static final Field LEADS =
      Field.flag("leads", "True where this referral of the person is the one that counts.");
  public static final Field HAD_BOUGHT =
      Field.flag("had_bought", "True where the person had bought before the day of the referral.");
  public static final Field HAS_CONVERTED =
      Field.flag("has_converted", "True where the person became a customer by the referral.");
  public static final Field NET = Field.total("pair_net", "Net sales of the person to date.");

  public static final Field PARENT = Field.text("parent", "The referrer of the customer.");
  public static final Field IN_RING =
      Field.flag("in_ring", "True where the customer is their own ancestor.");

  public static final Field GENERATION =
      Field.count("generation", "The number of generations below the customer.");

  private PairColumns() {}

  /** The customer's referrer for 1, the referrer's referrer for 2, and so on. */
  public static Field ancestor(int steps) {
    return Field.text("ancestor_" + steps, "The referrer so many steps above the customer.");
  }
}
