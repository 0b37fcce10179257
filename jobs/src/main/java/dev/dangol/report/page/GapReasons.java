package dev.dangol.report.page;

import dev.dangol.report.data.MeasureGap;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reasons why measures are missing, in the language of the page. The table not_measured has them in
 * English, as has the quarantine; a reason that the page has no words for stays in English.
 */
public record GapReasons(PageWords words, List<MeasureGap> gaps) {
  private static final String KNOWN = "why.";
  private static final String REMEDY = "remedy.";
  private static final String REJECTED = "rejected.";
  private static final String BEFORE_VALUE = ": ";
  private static final PageWords ENGLISH = PageWords.of("en");

  /** The reason for a table, or for a column of it; empty where nothing is missing. */
  public Optional<GapReason> of(String measure) {
    return gaps.stream()
        .filter(gap -> gap.measures().stream().anyMatch(one -> isOf(one, measure)))
        .findFirst()
        .map(gap -> said(gap.reason()));
  }

  /** A reason in words. */
  public GapReason said(String reason) {
    return said(KNOWN, reason);
  }

  /** A reason why a row was rejected in words, with its value as it is. */
  public GapReason rejected(String reason) {
    int end = reason.indexOf(BEFORE_VALUE);
    GapReason said = said(REJECTED, end < 0 ? reason : reason.substring(0, end));
    return end < 0 ? said : new GapReason(said.text() + reason.substring(end), said.language());
  }

  private GapReason said(String family, String reason) {
    return known(family, reason)
        .map(
            known ->
                new GapReason(words.text(known.key(), known.parts().toArray()), words.language()))
        .orElseGet(() -> new GapReason(reason, ENGLISH.language()));
  }

  /** The remedy: what would make it measurable; empty where none is known. */
  public Optional<String> remedy(String reason) {
    return known(KNOWN, reason)
        .map(known -> new KnownReason(known.key().replaceFirst(KNOWN, REMEDY), known.parts()))
        .filter(known -> words.has(known.key()))
        .map(known -> words.text(known.key(), known.parts().toArray()));
  }

  private static Optional<KnownReason> known(String family, String reason) {
    return ENGLISH.keys().stream()
        .filter(key -> key.startsWith(family))
        .sorted()
        .flatMap(
            key ->
                parts(ENGLISH.pattern(key), reason).stream()
                    .map(parts -> new KnownReason(key, Arrays.asList(parts))))
        .findFirst();
  }

  private record KnownReason(String key, List<Object> parts) {}

  /** A reason, and the language that it is written in. */
  public record GapReason(String text, String language) {}

  private static boolean isOf(String one, String measure) {
    return one.equals(measure) || one.startsWith(measure + ".");
  }

  /** The values of the pattern's placeholders; empty where the text was not made by it. */
  private static Optional<Object[]> parts(String pattern, String text) {
    ParsePosition read = new ParsePosition(0);
    Object[] parts = new MessageFormat(pattern, Locale.ENGLISH).parse(text, read);
    return parts == null || read.getIndex() < text.length() ? Optional.empty() : Optional.of(parts);
  }
}
