package dev.dangol.voices;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/**
 * Common words that tell nothing by themselves. They are parts of phrases, and no terms.
 *
 * <p>The English ones are the stop words of the Snowball project, as Lucene has them. The Korean
 * ones are verbs and adjectives that mostly carry an ending or help another word, in the basic form
 * without 다; particles and endings are left out by their part of speech.
 */
final class CommonWords {
  private static final CharArraySet ENGLISH = english();
  private static final Set<String> KOREAN =
      Set.of(
          "하", "되", "있", "없", "같", "이", "아니", "그러", "그렇", "이러", "이렇", "저렇", "어떻", "어떠", "보", "주",
          "오", "가", "나", "나오", "들", "두", "놓", "버리", "싶", "말", "못하", "않", "지", "대하", "위하", "따르",
          "통하", "드리", "계시", "시키", "당하", "만들", "생기");

  private CommonWords() {}

  private static CharArraySet english() {
    try (InputStream words = SnowballFilter.class.getResourceAsStream("english_stop.txt");
        InputStreamReader text = new InputStreamReader(words, StandardCharsets.UTF_8)) {
      return WordlistLoader.getSnowballWordSet(text);
    } catch (IOException listsAreInTheJar) {
      throw new UncheckedIOException(listsAreInTheJar);
    }
  }

  /** True for an English word in its basic form, in small letters. */
  static boolean hasEnglish(String word) {
    return ENGLISH.contains(word);
  }

  /** True for a Korean verb or adjective in its basic form, without 다. */
  static boolean hasKorean(String stem) {
    return KOREAN.contains(stem);
  }
}
