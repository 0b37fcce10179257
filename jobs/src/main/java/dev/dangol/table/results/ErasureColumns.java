package dev.dangol.table.results;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;

import dev.dangol.table.Field;
import dev.dangol.table.Table;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.table.sources.EngagementSource;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.sql.Column;

/**
 * Columns of the erasure list: customers whose rows are never ingested again. It holds no id, yet
 * whoever has both the list and an id can find out if the id is on it: the list is pseudonymous,
 * since a customer on it has to be recognised.
 */
public final class ErasureColumns {
  public static final Field KEY_HASH =
      Field.text("key_hash", "SHA-256 of the salt, the kind of id and the id, in hexadecimal.")
          .asRequired();
  public static final Field SALT =
      Field.text("salt", "A random text, the same for every row of the warehouse.").asRequired();
  public static final Field ERASED_ON =
      Field.day("erased_on", "The day on which it was put on the list.").asRequired();

  public static final Table TABLE =
      new Table(
          "erasures",
          "An id or address, made unreadable, that dangol forget erased and that no later run uses.",
          List.of(KEY_HASH),
          List.of(KEY_HASH, SALT, ERASED_ON));

  private static final int BITS = 256;
  private static final Map<String, String> KINDS =
      Map.of(
          EngagementSource.VISITOR_ID.name(), "/visitor/",
          CustomerContacts.EMAIL.name(), "/email/",
          CustomerContacts.PHONE.name(), "/phone/");

  private ErasureColumns() {}

  /** The hash of a cell's id as it is on the list; null for null. */
  public static Column hash(Field key, Column id, String salt) {
    return sha2(concat(lit(salt + kind(key)), id), BITS);
  }

  /** The hash on the list for an id of the kind that the column holds. */
  public static String hash(Field key, String id, String salt) {
    return DigestUtils.sha256Hex(salt + kind(key) + id);
  }

  /** A visitor id may be the same text as the id of a different customer, and so may an address. */
  private static String kind(Field key) {
    return KINDS.getOrDefault(key.name(), "/customer/");
  }
}
