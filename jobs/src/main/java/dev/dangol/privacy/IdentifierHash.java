package dev.dangol.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hashes of identifiers, in lower-case hexadecimal; an empty text stays empty. */
public final class IdentifierHash {
  private static final String KEYED = "HmacSHA256";

  private IdentifierHash() {}

  /** SHA-256, as advertising platforms take identifiers. */
  public static String sha256(String text) {
    return text.isEmpty() ? "" : HexFormat.of().formatHex(digest(text));
  }

  /** The bytes of the SHA-256 of a text. */
  public static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** HMAC-SHA-256 (RFC 2104): a pseudonym that nobody can compute without the key. */
  public static String keyed(String text, String key) {
    try {
      Mac mac = Mac.getInstance(KEYED);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), KEYED));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
