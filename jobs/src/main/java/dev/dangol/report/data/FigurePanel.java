package dev.dangol.report.data;

import dev.dangol.table.RowReader;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Panel of figures: lines of one table, or sums over it.
 *
 * @param lines in the order shown: by their keys where these are numbers or several, else by the
 *     first figure, the largest first
 */
public record FigurePanel(PanelQuery query, List<PanelLine> lines) {
  private static final String NUMBER = "-?[0-9.]+(E-?[0-9]+)?";

  public FigurePanel {
    lines = lines.stream().sorted(order(lines)).toList();
  }

  /**
   * Line of a panel.
   *
   * @param keys what it is about; empty for what is not known
   * @param figures empty for what is not measured
   */
  public record PanelLine(List<Optional<String>> keys, List<Optional<BigDecimal>> figures) {
    public PanelLine {
      keys = List.copyOf(keys);
      figures = List.copyOf(figures);
    }

    static PanelLine of(RowReader cells) {
      return new PanelLine(
          cells.list(ReportColumns.PANEL_KEYS).stream().map(Optional::ofNullable).toList(),
          cells.list(ReportColumns.PANEL_FIGURES).stream().map(PanelLine::number).toList());
    }

    private static Optional<BigDecimal> number(String text) {
      return text == null || !text.matches(NUMBER)
          ? Optional.empty()
          : Optional.of(new BigDecimal(text));
    }
  }

  /** True where no line has a figure. */
  public boolean isEmpty() {
    return lines.stream().allMatch(line -> line.figures().stream().allMatch(Optional::isEmpty));
  }

  /** The place of a figure by its name. */
  public int place(String figure) {
    return IntStream.range(0, query.shape().figures().size())
        .filter(place -> query.shape().figures().get(place).name().equals(figure))
        .findFirst()
        .orElseThrow();
  }

  /** The figures of one column, from top to bottom. */
  public List<Optional<BigDecimal>> figures(String figure) {
    int place = place(figure);
    return lines.stream().map(line -> line.figures().get(place)).toList();
  }

  /** The sum of one column over the lines that have it. */
  public BigDecimal total(String figure) {
    return figures(figure).stream()
        .flatMap(Optional::stream)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The line with these keys; empty where there is none. */
  public Optional<PanelLine> line(List<Optional<String>> keys) {
    return lines.stream().filter(line -> line.keys().equals(keys)).findFirst();
  }

  private static Comparator<PanelLine> order(List<PanelLine> lines) {
    boolean byFigure =
        lines.stream()
            .map(PanelLine::keys)
            .anyMatch(keys -> keys.size() == 1 && !isNumber(keys.get(0)));
    Comparator<PanelLine> byKeys = FigurePanel::compareKeys;
    return byFigure
        ? Comparator.comparing((PanelLine line) -> line.figures().get(0).orElse(BigDecimal.ZERO))
            .reversed()
            .thenComparing(byKeys)
        : byKeys;
  }

  private static boolean isNumber(Optional<String> key) {
    return key.isEmpty() || key.get().matches(NUMBER);
  }

  private static int compareKeys(PanelLine first, PanelLine second) {
    return IntStream.range(0, first.keys().size())
        .map(place -> compare(first.keys().get(place), second.keys().get(place)))
        .filter(order -> order != 0)
        .findFirst()
        .orElse(0);
  }

  // What is not known comes last.
  private static int compare(Optional<String> first, Optional<String> second) {
    if (first.isEmpty() || second.isEmpty()) {
      return Boolean.compare(first.isEmpty(), second.isEmpty());
    }
    return isNumber(first) && isNumber(second)
        ? new BigDecimal(first.get()).compareTo(new BigDecimal(second.get()))
        : first.get().compareTo(second.get());
  }
}
