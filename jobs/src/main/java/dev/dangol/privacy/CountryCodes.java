package dev.dangol.privacy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Countries by their two-letter codes of ISO 3166 and their names in English and Korean. */
final class CountryCodes {
  private static final Map<String, String> BY_NAME = byName();

  private CountryCodes() {}

  /** The code in capitals; empty for a text that names no country. */
  static String of(String text) {
    return BY_NAME.getOrDefault(text.strip().toLowerCase(Locale.ROOT), "");
  }

  private static Map<String, String> byName() {
    Map<String, String> names = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale("", code);
      for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
        names.put(country.getDisplayCountry(language).toLowerCase(Locale.ROOT), code);
      }
      names.put(code.toLowerCase(Locale.ROOT), code);
      names.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
    }
    names.putAll(Map.of("korea", "KR", "한국", "KR", "usa", "US", "uk", "GB"));
    return names;
  }
}
