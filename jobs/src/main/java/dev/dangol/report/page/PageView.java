package dev.dangol.report.page;

import dev.dangol.report.data.ReportOptions;
import dev.dangol.report.data.ReportStory;
import dev.dangol.table.AsOf;
import java.util.List;

/** View of the page for its templates: the figures, and their words, numbers and charts. */
public record PageView(
    ReportStory story, AsOf asOf, PageWords words, ReadableNumbers figures, FeatureWords features) {

  public static PageView of(ReportStory story, ReportOptions options) {
    PageWords words = PageWords.of(options.language());
    ReadableNumbers figures = new ReadableNumbers(words, options.currency());
    return new PageView(story, options.asOf(), words, figures, new FeatureWords(words, figures));
  }

  public PageCharts charts() {
    return new PageCharts(this);
  }

  public LikelihoodCharts likelihoodCharts() {
    return new LikelihoodCharts(words);
  }

  public JourneyWords journeys() {
    return new JourneyWords(words, figures);
  }

  public PageHeadline headline() {
    return new PageHeadline(this);
  }

  public ChangeWords changes() {
    return new ChangeWords(words, story.changes());
  }

  public BacktestVerdict verdict() {
    return new BacktestVerdict(this);
  }

  public CampaignWords campaignWords() {
    return new CampaignWords(this);
  }

  public TalkWords talkWords() {
    return new TalkWords(words, figures, story.talk());
  }

  public ExperienceWords experience() {
    return new ExperienceWords(words, figures, story.experience(), talkWords());
  }

  public ContactWords contactWords() {
    return new ContactWords(this);
  }

  public GapReasons reasons() {
    return new GapReasons(words, story.gaps());
  }

  public CutWords cutWords() {
    return new CutWords(features, words, figures);
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
        "voices",
        "effects",
        "sources",
        "talk",
        "experience",
        "leads",
        "value",
        "likelihoods",
        "journey",
        "retention",
        "gaps",
        "data");
  }

  public String policy() {
    return ContentPolicy.text();
  }

  public String style() {
    return PageAsset.STYLE.text();
  }

  public String chartLibrary() {
    return PageAsset.CHART_LIBRARY.text();
  }

  public String script() {
    return PageAsset.SCRIPT.text();
  }
}
