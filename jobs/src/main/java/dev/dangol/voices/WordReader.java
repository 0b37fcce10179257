package dev.dangol.voices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ko.KoreanAnalyzer;
import org.apache.lucene.analysis.ko.KoreanPartOfSpeechStopFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.ext.PorterStemmer;

/**
 * Reader of the words of a text in their basic forms.
 *
 * <p>Korean is read by Lucene's nori, everything in Latin letters as English. Addresses, and
 * whatever holds a digit, are no words; Korean proper nouns are words but no terms, so that names
 * of people are not told, and neither are common words, which tell nothing.
 */
final class WordReader {
  private static final Pattern NO_WORDS =
      Pattern.compile("(?i)https?://\\S+|www\\.\\S+|\\S+@\\S+|\\p{L}*\\p{N}[\\p{L}\\p{N}]*");
  private static final Pattern KOREAN = Pattern.compile("\\p{IsHangul}");
  private static final Pattern NOT_KOREAN = Pattern.compile("[^\\p{IsHangul}\\s]+");
  private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");
  private static final Pattern NOT_LATIN = Pattern.compile("[^\\p{IsLatin}'’\\s]+");

  /** Stands for what is no word. */
  private static final String BREAK = " . ";

  /** Stands between two parts of a text, whose words do not follow one another. */
  private static final SpokenWord NOTHING = new SpokenWord("", "");

  /** Common nouns, and roots of adjectives. */
  private static final Set<POS.Tag> NOUNS = Set.of(POS.Tag.NNG, POS.Tag.XR);

  /** Verbs and adjectives, whose basic form ends in 다. */
  private static final Set<POS.Tag> VERBS = Set.of(POS.Tag.VV, POS.Tag.VA);

  private static final int SHORTEST_NOUN = 2;
  private static final int SHORTEST_ENGLISH = 3;

  /** Analyzers keep what they need by thread, and are made once by process. */
  private static final Analyzer KOREAN_WORDS =
      new KoreanAnalyzer(null, KoreanTokenizer.DecompoundMode.DISCARD, otherStopTags(), false);

  private static final Analyzer ENGLISH_WORDS = new EnglishWords();

  private WordReader() {}

  /** Endings, particles and signs; unlike for searches, words such as 다른 and 별로 stay. */
  private static Set<POS.Tag> otherStopTags() {
    Set<POS.Tag> tags = EnumSet.copyOf(KoreanPartOfSpeechStopFilter.DEFAULT_STOP_TAGS);
    tags.removeAll(EnumSet.of(POS.Tag.MM, POS.Tag.MAG));
    return tags;
  }

  /** The words of a text, the Korean ones before the English ones, each language in its order. */
  static List<SpokenWord> words(String text) {
    String plain = NO_WORDS.matcher(text).replaceAll(BREAK);
    List<SpokenWord> words = new ArrayList<>();
    if (KOREAN.matcher(plain).find()) {
      read(KOREAN_WORDS, NOT_KOREAN.split(plain), words);
    }
    if (LATIN.matcher(plain).find()) {
      read(ENGLISH_WORDS, NOT_LATIN.split(plain), words);
    }
    return words;
  }

  private static void read(Analyzer analyzer, String[] parts, List<SpokenWord> words) {
    for (String part : parts) {
      if (!part.isBlank()) {
        read(analyzer, part, words);
        words.add(NOTHING);
      }
    }
  }

  private static void read(Analyzer analyzer, String text, List<SpokenWord> words) {
    try (TokenStream tokens = analyzer.tokenStream("", text)) {
      CharTermAttribute form = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        words.add(word(form.toString(), tokens));
      }
      tokens.end();
    } catch (IOException textsAreInMemory) {
      throw new UncheckedIOException(textsAreInMemory);
    }
  }

  private static SpokenWord word(String form, TokenStream tokens) {
    if (!tokens.hasAttribute(PartOfSpeechAttribute.class)) {
      boolean tells = form.length() >= SHORTEST_ENGLISH && !CommonWords.hasEnglish(form);
      return new SpokenWord(stem(form), tells ? form : "");
    }
    POS.Tag tag = tokens.getAttribute(PartOfSpeechAttribute.class).getLeftPOS();
    if (VERBS.contains(tag)) {
      return new SpokenWord(form, CommonWords.hasKorean(form) ? "" : form + "다");
    }
    boolean isTerm = NOUNS.contains(tag) && form.length() >= SHORTEST_NOUN;
    return new SpokenWord(form, isTerm ? form : "");
  }

  /** Porter's stem, by which Lucene's English analyser compares words. */
  private static String stem(String word) {
    PorterStemmer stemmer = new PorterStemmer();
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
