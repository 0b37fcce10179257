package dev.dangol.report.page;

import dev.dangol.report.data.PersonaPanel;
import dev.dangol.report.data.ReportOptions;
import dev.dangol.report.data.ReportStory;
import dev.dangol.table.AsOf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** View of the page for its templates: the figures, and their words, labels and charts. */
public record PageView(
    ReportStory story,
    AsOf asOf,
    PageWords words,
    ReadableNumbers figures,
    FeatureWords features,
    PageLabels labels,
    List<PageFile> translations,
    Optional<PageView> earlier) {

  public static PageView of(ReportStory story, ReportOptions options) {
    PageWords words = PageWords.of(options.language());
    ReadableNumbers figures = new ReadableNumbers(words, options.currency());
    return new PageView(
        story,
        options.asOf(),
        words,
        figures,
        new FeatureWords(words, figures),
        new PageLabels(words, options.labels()),
        PageFile.others(options),
        Optional.empty());
  }

  /** The same view beside that of an earlier day. */
  PageView comparedWith(PageView before) {
    return new PageView(
        story, asOf, words, figures, features, labels, translations, Optional.of(before));
  }

  /** The persona cards in the language of the page. */
  public List<PersonaPanel> portraits() {
    return story.portraits().stream()
        .filter(card -> card.language().equals(words.language()))
        .toList();
  }

  /** Changes since the earlier day; empty where none is compared with. */
  public Optional<ComparedDays> comparison() {
    return earlier.map(before -> new ComparedDays(this, before));
  }

  public PageCharts charts() {
    return new PageCharts(this);
  }

  public GroupCharts groupCharts() {
    return new GroupCharts(this);
  }

  /** Cells of tables whose headers have the units. */
  public TableCells cells() {
    return new TableCells(words, figures);
  }

  public ContactCharts contactCharts() {
    return new ContactCharts(this);
  }

  public DeliveryCharts deliveryCharts() {
    return new DeliveryCharts(this);
  }

  /** Words on what came in and what left. */
  public DeliveryWords deliveries() {
    return new DeliveryWords(this);
  }

  public LikelihoodCharts likelihoodCharts() {
    return new LikelihoodCharts(words);
  }

  public JourneyWords journeys() {
    return new JourneyWords(words, figures, labels);
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
    return new TalkWords(words, figures, labels, story.talk());
  }

  public ExperienceWords experience() {
    return new ExperienceWords(words, figures, story.experience(), talkWords());
  }

  public ContactWords contactWords() {
    return new ContactWords(this);
  }

  public EvidenceWords evidenceWords() {
    return new EvidenceWords(words, figures, labels, story.evidenceTables());
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

  /** Words of the first screen. */
  public FirstWords first() {
    return new FirstWords(this);
  }

  /** A panel by its id. */
  public PanelView panel(String id) {
    return new PanelView(this, story.panels().get(id));
  }

  /** The sections of the page by the groups of its contents, in order. */
  public Map<String, List<String>> contents() {
    Map<String, List<String>> shown = new LinkedHashMap<>(PageSections.groups());
    shown.replaceAll(
        (group, sections) -> sections.stream().filter(section -> isShown(section)).toList());
    return shown;
  }

  /** The text as HTML, in which names of tables lead to the data dictionary. */
  public String linked(String text) {
    return TableLinks.html(text);
  }

  private boolean isShown(String section) {
    return !section.equals("exports") || !story.exports().isEmpty();
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
