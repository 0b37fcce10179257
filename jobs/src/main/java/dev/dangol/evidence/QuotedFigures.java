package dev.dangol.evidence;

import dev.dangol.config.BenchmarkSettings;
import dev.dangol.config.QualitySettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.evidence.CareCostColumns;
import dev.dangol.table.evidence.QuotedColumns;
import dev.dangol.table.features.StrikeColumns;
import dev.dangol.table.results.NeedColumns;
import dev.dangol.table.results.ProductOpinionColumns;
import dev.dangol.table.results.RelevanceColumns;
import dev.dangol.table.results.ReplyColumns;
import dev.dangol.table.results.WhatIfColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * Figures that others quote, with the business's own beside them.
 *
 * @param tables the rows of a small table of the day
 * @param scale the lowest and the highest rating
 */
public record QuotedFigures(Function<Table, List<Row>> tables, AsOf asOf, QualitySettings scale) {
  /** The small tables that own figures are taken from. */
  public static final List<Table> READ =
      List.of(
          StrikeColumns.TABLE,
          ReplyColumns.TIMES,
          RelevanceColumns.MESSAGES,
          NeedColumns.SELF_SERVICE,
          WhatIfColumns.TABLE,
          CareCostColumns.TABLE,
          ProductOpinionColumns.RATINGS_TABLE);

  private static final String NO_ROW = " has no row of the day.";
  private static final String SHARE = "share";
  private static final int POINTS = 5;

  /** The rows of {@code benchmarks}, in the order of their names. */
  public List<Row> rows(Map<String, BenchmarkSettings> quoted) {
    List<Row> rows = new ArrayList<>();
    new TreeMap<>(quoted).forEach((name, figure) -> rows.add(row(name, figure, own(name))));
    return rows;
  }

  private Row row(String name, BenchmarkSettings quoted, OwnFigure own) {
    OptionalLong count = own.count();
    return RowWriter.of(QuotedColumns.TABLE)
        .set(SharedColumns.AS_OF, asOf)
        .set(QuotedColumns.NAME, name)
        .set(QuotedColumns.QUOTED_LOW, quoted.from())
        .set(QuotedColumns.QUOTED_HIGH, quoted.to())
        .set(QuotedColumns.SOURCE, quoted.source())
        .set(QuotedColumns.VERIFIED, quoted.isVerified())
        .set(QuotedColumns.UNIT, unit(name))
        .set(QuotedColumns.OWN, own.value())
        .set(QuotedColumns.OWN_LOW, own.low())
        .set(QuotedColumns.OWN_HIGH, own.high())
        .set(QuotedColumns.PEOPLE, count.isPresent() ? Long.valueOf(count.getAsLong()) : null)
        .set(QuotedColumns.OWN_FROM, own.from())
        .set(QuotedColumns.WHY_NOT, own.reason())
        .row();
  }

  private static String unit(String name) {
    return switch (name) {
      case "profit_from_retention", "clicks_from_three_to_five_stars" -> "growth";
      case "win_against_keep" -> "multiple";
      default -> SHARE;
    };
  }

  private OwnFigure own(String name) {
    return switch (name) {
      case "leave_after_two_strikes" -> leaving();
      case "answer_within_one_hour" -> answered(ReplyColumns.SHARE_60MIN);
      case "answer_within_30_minutes" -> answered(ReplyColumns.SHARE_30MIN);
      case "irrelevant_messages" -> irrelevant();
      case "self_service" -> selfServed();
      case "profit_from_retention" -> retention();
      case "win_against_keep" -> care();
      case "clicks_from_three_to_five_stars" -> clicks();
      case "quoted_73_against_66" ->
          OwnFigure.none("The business did not say what the figure is of.");
      default -> OwnFigure.none("Dangol does not know what to compare the figure with.");
    };
  }

  /** Customers with two strikes who did not come back. */
  private OwnFigure leaving() {
    return first(StrikeColumns.TABLE, cells -> cells.count(StrikeColumns.STRIKE_COUNT) == 2)
        .map(
            cells -> {
              long observed = cells.count(StrikeColumns.OBSERVED);
              long left = observed - cells.count(StrikeColumns.SURVIVED);
              return OwnFigure.share(
                  left, observed, OwnFigure.of(StrikeColumns.TABLE, StrikeColumns.SURVIVAL));
            })
        .orElse(missing(StrikeColumns.TABLE));
  }

  /** Cases answered in time; those not yet due are few, and counted for the interval. */
  private OwnFigure answered(Field share) {
    String from = OwnFigure.of(ReplyColumns.TIMES, share);
    return first(
            ReplyColumns.TIMES,
            cells -> cells.text(ReplyColumns.CHANNEL).filter(ReplyColumns.ALL::equals).isPresent())
        .filter(cells -> cells.number(share).isPresent())
        .map(
            cells -> {
              long cases = cells.count(ReplyColumns.CASES);
              long met = Math.round(cells.number(share).getAsDouble() * cases);
              return OwnFigure.share(met, cases, from);
            })
        .orElse(missing(ReplyColumns.TIMES));
  }

  private OwnFigure irrelevant() {
    long sent = 0;
    long irrelevant = 0;
    for (Row row : tables.apply(RelevanceColumns.MESSAGES)) {
      sent += new RowReader(row).count(RelevanceColumns.SENT);
      irrelevant += new RowReader(row).count(RelevanceColumns.IRRELEVANT);
    }
    return sent == 0
        ? missing(RelevanceColumns.MESSAGES)
        : OwnFigure.share(
            irrelevant, sent, OwnFigure.of(RelevanceColumns.MESSAGES, RelevanceColumns.IRRELEVANT));
  }

  private OwnFigure selfServed() {
    return first(
            NeedColumns.SELF_SERVICE, cells -> cells.optionalCount(NeedColumns.NEEDS).isPresent())
        .map(
            cells ->
                OwnFigure.share(
                    cells.count(NeedColumns.SELF_SERVED),
                    cells.count(NeedColumns.NEEDS),
                    OwnFigure.of(NeedColumns.SELF_SERVICE, NeedColumns.SERVED_SHARE)))
        .orElse(missing(NeedColumns.SELF_SERVICE));
  }

  private OwnFigure retention() {
    Predicate<RowReader> five = cells -> cells.number(WhatIfColumns.POINTS).orElse(0) == POINTS;
    return first(WhatIfColumns.TABLE, five)
        .map(
            cells ->
                OwnFigure.modelled(
                    cells.number(WhatIfColumns.CHANGE_SHARE),
                    new OptionalDouble[] {
                      cells.number(WhatIfColumns.SHARE_LOW), cells.number(WhatIfColumns.SHARE_HIGH)
                    },
                    OwnFigure.of(WhatIfColumns.TABLE, WhatIfColumns.CHANGE_SHARE)))
        .orElse(missing(WhatIfColumns.TABLE));
  }

  private OwnFigure care() {
    OptionalDouble[] unknown = {OptionalDouble.empty(), OptionalDouble.empty()};
    return first(
            CareCostColumns.TABLE,
            cells ->
                cells
                    .text(CareCostColumns.PERIOD)
                    .filter(CareCostColumns.TO_DATE::equals)
                    .isPresent())
        .map(
            cells ->
                OwnFigure.modelled(
                    cells.number(CareCostColumns.RATIO),
                    unknown,
                    OwnFigure.of(CareCostColumns.TABLE, CareCostColumns.RATIO)))
        .orElse(missing(CareCostColumns.TABLE));
  }

  private OwnFigure clicks() {
    List<Row> rated = tables.apply(ProductOpinionColumns.RATINGS_TABLE);
    return rated.isEmpty()
        ? missing(ProductOpinionColumns.RATINGS_TABLE)
        : ClicksByRating.of(rated, scale).growth();
  }

  private static OwnFigure missing(Table table) {
    return OwnFigure.none("The table " + table.name() + NO_ROW);
  }

  private Optional<RowReader> first(Table table, Predicate<RowReader> which) {
    Stream<RowReader> rows = tables.apply(table).stream().map(RowReader::new);
    return rows.filter(which).findFirst();
  }
}
