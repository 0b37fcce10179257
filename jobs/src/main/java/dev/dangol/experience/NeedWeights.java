package dev.dangol.experience;

import dev.dangol.config.VoiceSettings;
import dev.dangol.probability.DifferenceInterval;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.NeedWeightColumns;
import dev.dangol.table.results.VoiceColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/**
 * Weights of needs: how much each theme moves customers' mean ratings. All themes are taken
 * together, and a customer counts once, however much they write.
 */
record NeedWeights() implements CustomerMeasure {
  private static final String RATINGS = "need_ratings";
  private static final String THEMES = "need_themes";
  private static final String PAIRS = "need_pairs";

  @Override
  public void add(ExperienceHistory customer, FactSheet facts) {
    double ratings = 0;
    double texts = 0;
    TreeSet<String> themes = new TreeSet<>();
    for (ExperienceEvent theme : customer.of(ExperienceKind.THEME)) {
      if (theme.mark().equals(VoiceSettings.ALL)) {
        ratings += theme.figure();
        texts += theme.pieces();
      } else {
        themes.add(theme.mark());
      }
    }
    if (texts == 0) {
      return;
    }
    double rating = ratings / texts;
    for (CustomerGroupKey group : customer.groups()) {
      facts.sum(FactKey.of(RATINGS, group.kind(), group.name()), 1, rating, rating * rating);
      for (String theme : themes) {
        facts.sum(FactKey.of(THEMES, group.kind(), group.name(), theme), 1, rating);
        for (String other : themes.headSet(theme)) {
          facts.sum(FactKey.of(PAIRS, group.kind(), group.name(), other, theme), 1);
        }
      }
    }
  }

  /**
   * The rows of {@code need_weights}.
   *
   * @param least how many customers of the group must speak of a theme, and how many must not
   */
  static List<Row> rows(FactSums sums, AsOf asOf, int least) {
    List<Row> rows = new ArrayList<>();
    for (List<String> group : sums.keys(RATINGS)) {
      ThemeRegression line = line(sums, group, least);
      Map<String, DifferenceInterval> weights = line.weights();
      weights.forEach(
          (theme, weight) ->
              rows.add(row(asOf, group, new ThemeWeight(theme, line.share(theme), weight))));
    }
    return rows;
  }

  /** Weight of a theme, and how many of the rating customers speak of it. */
  private record ThemeWeight(
      String theme, ThemeRegression.SpokenShare spoken, DifferenceInterval weight) {}

  private static ThemeRegression line(FactSums sums, List<String> group, int least) {
    ThemeRegression line = new ThemeRegression(sums.of(RATINGS).get(group), least);
    sums.of(THEMES)
        .forEach(
            (key, figures) -> {
              if (key.subList(0, 2).equals(group)) {
                line.addTheme(key.get(2), figures);
              }
            });
    sums.of(PAIRS)
        .forEach(
            (key, figures) -> {
              if (key.subList(0, 2).equals(group)) {
                line.addPair(key.get(2), key.get(3), figures[0]);
              }
            });
    return line;
  }

  private static Row row(AsOf asOf, List<String> group, ThemeWeight found) {
    return RowWriter.of(NeedWeightColumns.WEIGHTS_TABLE)
        .set(SharedColumns.AS_OF, asOf)
        .set(VoiceColumns.GROUP_KIND, group.get(0))
        .set(VoiceColumns.GROUP, group.get(1))
        .set(NeedWeightColumns.THEME, found.theme())
        .set(NeedWeightColumns.CUSTOMERS, found.spoken().customers())
        .set(NeedWeightColumns.SHARE, found.spoken().share())
        .set(NeedWeightColumns.NEED_WEIGHT, found.weight().difference())
        .set(NeedWeightColumns.NEED_WEIGHT_LOW, found.weight().low())
        .set(NeedWeightColumns.NEED_WEIGHT_HIGH, found.weight().high())
        .row();
  }
}
