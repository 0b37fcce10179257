package dev.dangol.voices;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Dictionary of themes: the words and phrases that speak of each. A phrase is found where its words
 * follow one another; every form of a word counts.
 */
public final class ThemeDictionary implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TreeMap<String, ArrayList<ArrayList<String>>> phrases = new TreeMap<>();

  private ThemeDictionary() {}

  /** The dictionary of themes with their words and phrases, in any language. */
  public static ThemeDictionary of(Map<String, List<String>> themes) {
    ThemeDictionary made = new ThemeDictionary();
    themes.forEach(
        (theme, texts) -> {
          ArrayList<ArrayList<String>> found = new ArrayList<>();
          for (String text : texts) {
            ArrayList<String> forms = new ArrayList<>(forms(WordReader.words(text)));
            forms.removeIf(String::isEmpty);
            if (!forms.isEmpty()) {
              found.add(forms);
            }
          }
          made.phrases.put(theme, found);
        });
    return made;
  }

  /** The themes of a text, in alphabetical order. */
  public Set<String> themes(String text) {
    return themes(WordReader.words(text));
  }

  Set<String> themes(List<SpokenWord> words) {
    List<String> forms = forms(words);
    Set<String> themes = new TreeSet<>();
    phrases.forEach(
        (theme, known) -> {
          if (known.stream().anyMatch(phrase -> Collections.indexOfSubList(forms, phrase) >= 0)) {
            themes.add(theme);
          }
        });
    return themes;
  }

  private static List<String> forms(List<SpokenWord> words) {
    return words.stream().map(SpokenWord::form).toList();
  }
}
