package dev.dangol.config.hocon;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;

/**
 * Fingerprint of all settings that can change a result. Values count as they were read, so that
 * order, layout and notation of the file do not matter. The day, the folders of results and secrets
 * do not count.
 */
public final class SettingsFingerprint {
  private static final Set<String> NO_RESULT =
      Set.of("as-of", "warehouse", "keep", "lineage", "report", "export");
  private static final int CHARACTERS = 16;

  private final TreeMap<String, String> values = new TreeMap<>();

  /**
   * Notes a value.
   *
   * @param section the section right below {@code dangol}, or the key where it is there itself
   */
  void note(String section, String key, Object value) {
    if (!NO_RESULT.contains(section) && !SecretKeys.isSecret(key)) {
      values.put(key, SecretKeys.mask(String.valueOf(value)));
    }
  }

  /** The first 16 hexadecimal digits of the SHA-256 of all values. */
  public String text() {
    return text("");
  }

  /** The fingerprint of only those values whose keys begin with the text. */
  String text(String start) {
    StringBuilder all = new StringBuilder();
    values.forEach(
        (key, value) -> {
          if (key.startsWith(start)) {
            all.append(key).append('\0').append(value).append('\0');
          }
        });
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(all.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, CHARACTERS);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
