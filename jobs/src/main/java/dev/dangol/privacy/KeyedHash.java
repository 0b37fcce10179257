package dev.dangol.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Keyed hash of a text as a number, for draws: HMAC-SHA-256 (RFC 2104). A draw can be repeated with
 * the key and not predicted without it. It is a function, so that no plan that Spark shows holds
 * the key.
 */
public final class KeyedHash {
  private static final String ALGORITHM = "HmacSHA256";

  /** The key of a draw without one, since Java refuses an empty key. */
  private static final String PUBLIC = "dangol";

  /** As many bits as a double holds exactly. */
  private static final int BITS = 53;

  private KeyedHash() {}

  /** A number from 0 to below 1 for each text, evenly spread; null for null. */
  public static Column of(Column text, String key) {
    UDF1<String, Double> perRow = one -> one == null ? null : number(one, key);
    return functions.udf(perRow, DataTypes.DoubleType).apply(text);
  }

  static double number(String text, String key) {
    String used = key.isEmpty() ? PUBLIC : key;
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(used.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      long bits = ByteBuffer.wrap(hash).getLong() >>> (Long.SIZE - BITS);
      return (double) bits / (1L << BITS);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
