package dev.dangol.ingest.identity;

import dev.dangol.table.Field;

/** Intermediate columns of identity resolution; never stored. */
public final class LinkColumns {
  public static final Field ID = Field.text("_id", "A customer as sources know them.");
  public static final Field KEY =
      Field.text("_key", "The fingerprint of an e-mail, a phone number or an external id.");
  public static final Field CARRIERS = Field.count("_carriers", "How many ids carry the key.");
  public static final Field FIRST_ID = Field.text("_first_id", "The least of them.");

  public static final Field FROM = Field.text("_from", "An id that is linked.");
  public static final Field TO = Field.text("_to", "A lesser id that it is linked to.");
  public static final Field LEAST = Field.text("_least", "The least id next to it.");
  public static final Field MOVED = Field.flag("_moved", "True where the round made the link.");

  public static final Field COMPONENT =
      Field.text("_component", "The least of the ids that are linked over any number of hops.");
  public static final Field SIZE = Field.count("_size", "How many ids the component has.");
  public static final Field EXTERNAL_IDS =
      Field.count("_external_ids", "How many external ids the component joins.");
  public static final Field APART =
      Field.text("_apart", "Why the component is left apart; null where it is one customer.");
  public static final Field SHARED =
      Field.text("_shared", "The strongest key by which the id is linked; null where it is not.");
  public static final Field RANK = Field.text("_rank", "What decides which id stays.");

  public static final Field NODE =
      Field.text("_node", "The id by which today's data know the key; null where they do not.");
  public static final Field TODAY =
      Field.flag("_today", "True where today's data know the id, by whichever source.");
  public static final Field BEFORE =
      Field.text("_before", "The key's customer until today; null for a new key.");
  public static final Field OLD_RULE = Field.text("_old_rule", "The rule until today.");

  public static final Field OTHER =
      Field.flag("_other", "True for a record of another id than the customer's own.");
  public static final Field RECORD_ID = Field.text("_record_id", "The id that the record has.");
  public static final Field RECORD = Field.text("_record", "Records in order, with a value.");
  public static final Field ENTRIES = Field.text("_entries", "Entries of consent.");
  public static final Field CONSENT_CHANNEL =
      Field.text("_channel", "The channel of an entry, in lower case.");
  public static final Field OUTRIGHT =
      Field.flag("_outright", "True for a withdrawal that names no day.");
  public static final Field DATED =
      Field.flag("_dated", "True where the entry could be understood.");
  public static final Field STATED_ON = Field.day("_stated_on", "Its day; null where unknown.");
  public static final Field WITHDRAWN = Field.flag("_withdrawn", "True where it withdraws.");

  public static final Field OLD_ID = Field.text("_old_id", "An id that is no customer's own.");
  public static final Field NEW_ID = Field.text("_new_id", "The customer that it belongs to.");

  private LinkColumns() {}
}
