package dev.dangol.cohorts.persona;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** Phrases of the persona cards in one language, and the number formats between them. */
public final class CardPhrases {
  /** The languages that cards are written in. */
  public static final List<String> LANGUAGES = List.of("en", "ko");

  /** Attributes whose values are themes of what customers say. */
  private static final Set<String> THEMES =
      Set.of(PersonaSelection.PRAISES, PersonaSelection.COMPLAINS);

  /** Attributes whose values are channels. */
  private static final Set<String> CHANNELS = Set.of("purchase_channel", "engagement_channel");

  private static final String CHANNEL = "value.channel.";

  private final Locale locale;
  private final Properties words;

  private final Map<String, Map<String, String>> labels;

  private CardPhrases(Locale locale, Properties words, Map<String, Map<String, String>> labels) {
    this.locale = locale;
    this.words = words;
    this.labels = labels;
  }

  /**
   * The words of one of {@link #LANGUAGES}.
   *
   * @param labels of what the business names, by language, by kind and name as cohort.slipping
   */
  public static CardPhrases of(String language, Map<String, Map<String, String>> labels) {
    Properties words = new Properties();
    try (InputStream stream =
            CardPhrases.class.getResourceAsStream("persona_" + language + ".properties");
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CardPhrases(Locale.forLanguageTag(language), words, labels);
  }

  public String language() {
    return locale.getLanguage();
  }

  Set<String> keys() {
    return words.stringPropertyNames();
  }

  boolean has(String key) {
    return words.containsKey(key);
  }

  String text(String key, Object... parts) {
    String pattern = words.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("No words for " + key + " in " + language());
    }
    return new MessageFormat(pattern, locale).format(parts);
  }

  private String textOr(String key, String instead) {
    return has(key) ? text(key) : instead;
  }

  /** The name in words; one without words of its own as it is. */
  String nameOr(String stem, String name) {
    return textOr(stem + name, name);
  }

  String cohort(String name) {
    return label("cohort", name).orElseGet(() -> textOr("cohort." + name, name));
  }

  String stage(String name) {
    return label("stage", name).orElseGet(() -> textOr("stage." + name, name));
  }

  /** The value in words; one without words of its own as it is. */
  String value(ProfileFinding finding) {
    return value(finding.kind(), finding.value());
  }

  String value(String kind, String value) {
    Optional<String> theme = THEMES.contains(kind) ? label("theme", value) : Optional.empty();
    String stem = CHANNELS.contains(kind) ? CHANNEL : "value." + kind + ".";
    return theme.orElseGet(() -> textOr(stem + value, value));
  }

  private Optional<String> label(String kind, String name) {
    return Optional.ofNullable(labels.getOrDefault(kind + "." + name, Map.of()).get(language()));
  }

  /** The phrase for the members who have the value; it follows their share. */
  String phrase(ProfileFinding finding) {
    String own = "phrase." + finding.kind();
    if (!finding.channel().isEmpty()) {
      return text(own, channel(finding));
    }
    return has(own) ? text(own, value(finding)) : text("phrase", nameOf(finding));
  }

  /** The attribute and its value, such as age band: 30s. */
  String nameOf(ProfileFinding finding) {
    String attribute = finding.place().attribute();
    if (!finding.channel().isEmpty()) {
      return text("attribute." + finding.kind(), channel(finding));
    }
    return text("named", textOr("attribute." + attribute, attribute), value(finding));
  }

  /** The finding's name in a list; for a finding said only as a verb its value in words. */
  String label(ProfileFinding finding) {
    boolean verb = "{0}".equals(words.getProperty("phrase." + finding.kind()));
    return verb ? value(finding) : nameOf(finding);
  }

  /** The channel of an attribute that names one. */
  String channel(ProfileFinding finding) {
    return textOr(CHANNEL + finding.channel(), finding.channel());
  }

  /** A facet of messages with its value, such as: the channel kakao. */
  String reach(ReachFinding.ReachKey place) {
    String stem = place.facet().equals("channel") ? CHANNEL : "reach." + place.facet() + ".";
    return text("reach." + place.facet(), textOr(stem + place.value(), place.value()));
  }

  /** A share of 0 to 1 in per cent: whole from 10 on, with one decimal below. */
  public String share(double share) {
    double percent = share * 100;
    boolean whole = percent >= 9.95;
    return share > 0 && percent < 0.05
        ? text("unit.percent_tiny")
        : text("unit.percent", number(percent, whole ? 0 : 1));
  }

  /** A lift as a factor: two decimals below 2, one above. */
  public String times(double lift) {
    return number(lift, lift < 2 ? 2 : 1);
  }

  /** A number with one decimal. */
  String decimal(double value) {
    return number(value, 1);
  }

  /** A whole number of customers. */
  public String count(long customers) {
    return number((double) customers, 0);
  }

  private String number(double value, int decimals) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(decimals);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(value);
  }
}
