package dev.dangol.ingest.identity;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.substring;

import dev.dangol.config.SourceOptions.CustomerKey;
import dev.dangol.privacy.IdentifierNormalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * Fingerprints of e-mails, phone numbers and external ids. A fingerprint is the kind, a colon and
 * the first 32 hexadecimal digits of the SHA-256 of the normalised value: equal values have equal
 * fingerprints, and no value is readable.
 */
public final class KeyFingerprints {
  private static final int DIGITS = 32;
  private static final int HASH_BITS = 256;
  private static final String FINGERPRINT =
      Arrays.stream(CustomerKey.values())
          .filter(kind -> kind != CustomerKey.ID)
          .map(CustomerKey::word)
          .collect(Collectors.joining("|", "^(", "):[0-9a-f]{" + DIGITS + "}$"));

  private KeyFingerprints() {}

  /**
   * The id of a value in a customer column: the value itself where it is the business's own id,
   * else its fingerprint; null where it is no e-mail or phone number at all.
   *
   * @param region the country of phone numbers that name none; empty where they identify no
   *     customer
   */
  public static Column id(CustomerKey kind, Column value, Optional<String> region) {
    Column nowhere = lit(null).cast(DataTypes.StringType);
    return switch (kind) {
      case ID -> value;
      case EMAIL -> fingerprint(kind, IdentifierNormalizer.email(value));
      case PHONE -> phone(value, nowhere, region);
      case EXTERNAL_ID -> fingerprint(kind, IdentifierNormalizer.text(value));
    };
  }

  /** The fingerprint of a phone number that is dialled in a country, where that one is known. */
  static Column phone(Column value, Column country, Optional<String> region) {
    return fingerprint(CustomerKey.PHONE, IdentifierNormalizer.phone(value, country, region));
  }

  /** True for an id that is only a fingerprint. */
  static Column isFingerprint(Column id) {
    return id.rlike(FINGERPRINT);
  }

  /** True for a key of the kind. */
  static Column is(CustomerKey kind, Column key) {
    return key.startsWith(kind.word() + ":");
  }

  private static Column fingerprint(CustomerKey kind, Column normalised) {
    Column hash = sha2(normalised.cast(DataTypes.BinaryType), HASH_BITS);
    return concat(lit(kind.word() + ":"), substring(hash, 1, DIGITS));
  }
}
