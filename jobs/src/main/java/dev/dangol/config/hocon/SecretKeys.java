package dev.dangol.config.hocon;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import java.util.regex.Pattern;

/** Secrets, which messages, printed settings, fingerprints and Spark's pages must not show. */
public final class SecretKeys {
  /** Parts of the names of secret settings, as a regular expression. */
  public static final String NAMES =
      "(?i)passw|passphrase|pwd|secret|token|credential|api[-_.]?key|access[-_.]?key"
          + "|account[-_.]?key|private[-_.]?key|sas[-_.]?key|pseudonym[-_.]?key|signature";

  /**
   * The passwords of addresses within any text, as a regular expression. Spark searches every plan
   * for them; testing first for the one character before a password is ten times as fast.
   */
  public static final String PASSWORDS =
      "(?i)(?<=[/=])(?:(?<=://)[^/?#\\s@]*:\\S*(?=@)"
          + "|(?<=\\b(?:password|passwd|pwd|secret|token|sig)=)[^;&\\s\"']+)";

  public static final String HIDDEN = "<hidden>";

  private static final Pattern NAME = Pattern.compile(NAMES);
  private static final Pattern USER_IN_URL =
      Pattern.compile("(://[^/?#\\s@]*:|jdbc:oracle:[^/@\\s]*/)\\S*(@)");
  private static final Pattern WORD_IN_URL =
      Pattern.compile(
          "((?:password|passwd|pwd|secret|token|sig|api[-_]?key|access[-_]?key)\\s*=)[^;&\\s\"']*",
          Pattern.CASE_INSENSITIVE);

  private SecretKeys() {}

  /** True where the key alone says that its value is a secret. */
  static boolean isSecret(String key) {
    return NAME.matcher(key).find();
  }

  /** True where the value may not be shown: by its key, its origin or its text. */
  public static boolean hides(String key, ConfigValue value) {
    if (value instanceof ConfigList list) {
      return isSecret(key) || list.stream().anyMatch(element -> hides(key, element));
    }
    return isSecret(key)
        || EnvironmentSubstitutions.came(value.origin())
        || !mask(String.valueOf(value.unwrapped())).equals(String.valueOf(value.unwrapped()));
  }

  /** The text without the passwords of the addresses in it. */
  public static String mask(String text) {
    String withoutUsers = USER_IN_URL.matcher(text).replaceAll("$1" + HIDDEN + "$2");
    return WORD_IN_URL.matcher(withoutUsers).replaceAll("$1" + HIDDEN);
  }
}
