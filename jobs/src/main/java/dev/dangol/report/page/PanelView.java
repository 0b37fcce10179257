package dev.dangol.report.page;

import dev.dangol.report.data.FigurePanel;
import dev.dangol.report.data.FigurePanel.PanelLine;
import dev.dangol.report.data.PanelColumn;
import dev.dangol.table.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** View of a panel: a sentence, a picture and a table with units in its headers. */
public record PanelView(PageView view, FigurePanel panel) {
  private static final String SEGMENT_KEY = "segment";
  private static final String GROUP_KEY = "rfm_group";
  private static final String FEATURE_KEY = "drifting";
  private static final String BETWEEN_KEYS = "|";

  public boolean isEmpty() {
    return panel.isEmpty();
  }

  public String id() {
    return panel.query().id();
  }

  /** The sentence that the panel says. */
  public String sentence() {
    return new PanelSentences(view, panel).text();
  }

  /** The picture of the panel. */
  public ChartSpec chart() {
    return new PanelCharts(this).chart();
  }

  public List<PanelColumn> keys() {
    return panel.query().shape().keys();
  }

  public List<PanelColumn> figures() {
    return panel.query().shape().figures();
  }

  /** The header of a column, with the unit of its figures. */
  public String header(PanelColumn column) {
    String name = view.words().text("panel." + column.name());
    return unit(column).map(unit -> name + " (" + unit + ")").orElse(name);
  }

  /** The subject of a line, in words. */
  public String key(PanelLine line, int place) {
    PanelColumn column = keys().get(place);
    Optional<String> key = line.keys().get(place);
    return column.unit() == Unit.SHARE
        ? key.map(BigDecimal::new).map(number -> number(column, number)).orElse("")
        : key.map(known -> label(column, known)).orElseGet(() -> view.words().text("talk.unknown"));
  }

  private String label(PanelColumn column, String key) {
    String kind = column.name().equals(SEGMENT_KEY) ? GROUP_KEY : column.name();
    String label = view.labels().name(kind, key);
    return label.equals(key) && column.name().equals(FEATURE_KEY)
        ? view.features().name(key)
        : label;
  }

  /** A figure without its unit; a column has the same digits from top to bottom. */
  public String cell(PanelLine line, int place) {
    PanelColumn column = figures().get(place);
    return line.figures()
        .get(place)
        .map(figure -> number(column, figure))
        .orElseGet(() -> view.words().text("value.nothing"));
  }

  /** The keys as the table has them, for whoever looks the line up. */
  public String rawKeys(PanelLine line) {
    return line.keys().stream()
        .map(key -> key.orElse(""))
        .collect(Collectors.joining(BETWEEN_KEYS));
  }

  /** The keys' SQL, for whoever looks the table up. */
  public String keySql() {
    return keys().stream().map(PanelColumn::sql).collect(Collectors.joining(BETWEEN_KEYS));
  }

  private Optional<String> unit(PanelColumn column) {
    return switch (column.unit()) {
      case MONEY -> Optional.of(view.figures().currencyWords());
      case SHARE -> Optional.of("%");
      case DAYS -> Optional.of(view.words().text("panel.unit.days"));
      default -> Optional.empty();
    };
  }

  /** The subject of a line, all of it. */
  String name(PanelLine line) {
    return IntStream.range(0, line.keys().size())
        .mapToObj(place -> key(line, place))
        .collect(Collectors.joining(", "));
  }

  private String number(PanelColumn column, BigDecimal figure) {
    return view.cells().number(column.unit(), figure);
  }
}
