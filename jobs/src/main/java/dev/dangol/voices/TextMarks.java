package dev.dangol.voices;

import dev.dangol.config.VoiceSettings;
import dev.dangol.sql.SqlText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Marks of a text: its themes, each behind a number sign, and its terms, each once. A text is read
 * once for both.
 */
final class TextMarks implements SqlText.TextToTexts {
  private static final long serialVersionUID = 1L;

  /** The character before the name of a theme; no term begins with it. */
  static final String THEME = "#";

  /** The mark of every text. */
  static final String ANY = THEME + VoiceSettings.ALL;

  private final ThemeDictionary dictionary;

  TextMarks(ThemeDictionary dictionary) {
    this.dictionary = dictionary;
  }

  @Override
  public List<String> apply(String text) {
    List<SpokenWord> words = WordReader.words(text);
    Set<String> marks = new LinkedHashSet<>();
    marks.add(ANY);
    dictionary.themes(words).forEach(theme -> marks.add(THEME + theme));
    words.stream().map(SpokenWord::term).filter(term -> !term.isEmpty()).forEach(marks::add);
    return new ArrayList<>(marks);
  }
}
