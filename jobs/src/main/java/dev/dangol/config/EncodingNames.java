package dev.dangol.config;

import java.util.Locale;
import java.util.Map;

/**
 * Names of encodings as files and their makers use them. Java takes some of them for an older or
 * smaller set of characters: what it calls CP949 is IBM's and lacks some 8,800 syllables of Hangul
 * that Windows writes, and a file in Windows-1252 that is called latin1 would get control
 * characters for its quotes and dashes.
 *
 * <p>Source: WHATWG, Encoding Standard, "Names and labels".
 */
final class EncodingNames {
  private static final String KOREAN = "x-windows-949";
  private static final String JAPANESE = "windows-31j";
  private static final String CHINESE = "GB18030";
  private static final String WESTERN = "windows-1252";

  private static final Map<String, String> JAVA =
      Map.ofEntries(
          Map.entry("cp949", KOREAN),
          Map.entry("ms949", KOREAN),
          Map.entry("uhc", KOREAN),
          Map.entry("windows949", KOREAN),
          Map.entry("euckr", KOREAN),
          Map.entry("korean", KOREAN),
          Map.entry("ksc5601", KOREAN),
          Map.entry("ksc56011987", KOREAN),
          Map.entry("ksc56011989", KOREAN),
          Map.entry("shiftjis", JAPANESE),
          Map.entry("sjis", JAPANESE),
          Map.entry("cp932", JAPANESE),
          Map.entry("ms932", JAPANESE),
          Map.entry("gb2312", CHINESE),
          Map.entry("gb231280", CHINESE),
          Map.entry("euccn", CHINESE),
          Map.entry("gbk", CHINESE),
          Map.entry("cp936", CHINESE),
          Map.entry("latin1", WESTERN),
          Map.entry("l1", WESTERN),
          Map.entry("iso88591", WESTERN),
          Map.entry("cp1252", WESTERN));

  private EncodingNames() {}

  /** The name by which Java reads what files of the given name hold. */
  static String java(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[-_: ]", "");
    return JAVA.getOrDefault(plain, name);
  }
}
