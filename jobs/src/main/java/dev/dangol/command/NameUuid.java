package dev.dangol.command;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Names as UUIDs: the same name always gives the same one.
 *
 * <p>Source: RFC 9562, section 5.5 (version 5, by SHA-1).
 */
final class NameUuid {
  private static final UUID NAMESPACE = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");
  private static final long VERSION = 5L << 12;
  private static final long VARIANT = 1L << 63;

  private NameUuid() {}

  /** The UUID of a name, in the namespace of addresses. */
  static UUID of(String name) {
    ByteBuffer text = ByteBuffer.allocate(2 * Long.BYTES);
    text.putLong(NAMESPACE.getMostSignificantBits()).putLong(NAMESPACE.getLeastSignificantBits());
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-1");
      hash.update(text.array());
      ByteBuffer digest = ByteBuffer.wrap(hash.digest(name.getBytes(StandardCharsets.UTF_8)));
      return new UUID(
          (digest.getLong() & ~0xF000L) | VERSION, (digest.getLong() & ~(3L << 62)) | VARIANT);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
