package dev.dangol.report;

import java.time.LocalDate;
import java.util.List;

/** What the templates see: the story, and how to put it in words, figures and charts. */
public record View(
    Story story, LocalDate asOf, Words words, Figures figures, FeatureWords features) {

  static View of(Story story, ReportOptions options) {
    Words words = Words.of(options.language());
    Figures figures = new Figures(words, options.currency());
    return new View(story, options.asOf(), words, figures, new FeatureWords(words, figures));
  }

  public Charts charts() {
    return new Charts(this);
  }

  public Headline headline() {
    return new Headline(this);
  }

  public ChangeWords changes() {
    return new ChangeWords(words, story.changes());
  }

  public Verdict verdict() {
    return new Verdict(this);
  }

  public CampaignWords campaignWords() {
    return new CampaignWords(this);
  }

  public Reasons reasons() {
    return new Reasons(words, story.gaps());
  }

  public CheckWords checks() {
    return new CheckWords(words, figures);
  }

  /** The sections of the page, in order. */
  public List<String> sections() {
    return List.of(
        "qualities",
        "fit",
        "personas",
        "segments",
        "cohorts",
        "proof",
        "uplift",
        "leads",
        "value",
        "retention",
        "gaps",
        "data");
  }

  public String policy() {
    return ContentPolicy.text();
  }

  public String style() {
    return Asset.STYLE.text();
  }

  public String chartLibrary() {
    return Asset.CHART_LIBRARY.text();
  }

  public String script() {
    return Asset.SCRIPT.text();
  }
}
