package dev.dangol.report.data;

import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.evidence.CareCostColumns;
import dev.dangol.table.evidence.DriftColumns;
import dev.dangol.table.evidence.MediaColumns;
import dev.dangol.table.evidence.QuadrantColumns;
import dev.dangol.table.evidence.QuotedColumns;
import dev.dangol.table.evidence.RivalWindowColumns;
import dev.dangol.table.evidence.TacticColumns;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Lines of the tables that weigh customers, campaigns, profiles and figures. */
public final class EvidenceLines {
  private EvidenceLines() {}

  /** A figure with its interval at 95 %. */
  public record FigureRange(OptionalDouble value, OptionalDouble low, OptionalDouble high) {
    static FigureRange of(RowReader cells, Field value, List<Field> ends) {
      return new FigureRange(
          cells.number(value), cells.number(ends.get(0)), cells.number(ends.get(1)));
    }
  }

  /**
   * Quadrant of value and satisfaction.
   *
   * @param name empty for customers of whom one of the two is not known
   * @param retained the share of those who were in it earlier and have bought since
   */
  public record QuadrantLine(
      String name, long customers, double share, BigDecimal netSales, FigureRange retained) {
    static QuadrantLine of(RowReader cells, Map<String, RowReader> later) {
      String name = cells.text(QuadrantColumns.QUADRANT).orElse("");
      RowReader then = later.get(name);
      FigureRange unknown =
          new FigureRange(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
      return new QuadrantLine(
          name,
          cells.count(QuadrantColumns.COUNT),
          cells.number(QuadrantColumns.SHARE).orElse(0),
          cells.total(QuadrantColumns.NET_SALES),
          then == null
              ? unknown
              : FigureRange.of(
                  then,
                  QuadrantColumns.RETAINED_SHARE,
                  List.of(QuadrantColumns.LOW, QuadrantColumns.HIGH)));
    }
  }

  /**
   * Figure that others quote.
   *
   * @param quoted its two ends
   * @param unit share growth multiple
   */
  public record QuotedLine(
      String name,
      FigureRange quoted,
      String unit,
      String source,
      boolean isVerified,
      FigureRange own,
      Optional<String> reason) {
    static QuotedLine of(RowReader cells) {
      return new QuotedLine(
          cells.text(QuotedColumns.NAME).orElse(""),
          FigureRange.of(
              cells,
              QuotedColumns.QUOTED_LOW,
              List.of(QuotedColumns.QUOTED_LOW, QuotedColumns.QUOTED_HIGH)),
          cells.text(QuotedColumns.UNIT).orElse(""),
          cells.text(QuotedColumns.SOURCE).orElse(""),
          cells.flag(QuotedColumns.VERIFIED),
          FigureRange.of(
              cells, QuotedColumns.OWN, List.of(QuotedColumns.OWN_LOW, QuotedColumns.OWN_HIGH)),
          cells.text(QuotedColumns.WHY_NOT));
    }
  }

  /** Channel of messages; its name is empty for those without one. */
  public record MediaLine(
      Optional<String> channel,
      long people,
      long sent,
      Optional<Long> responded,
      long orders,
      FigureRange costPerOrder) {
    static MediaLine of(RowReader cells) {
      return new MediaLine(
          cells.text(MediaColumns.CHANNEL),
          cells.count(MediaColumns.PEOPLE),
          cells.count(MediaColumns.SENT),
          cells.optionalCount(MediaColumns.RESPONDED),
          cells.count(MediaColumns.ORDERS),
          FigureRange.of(
              cells, MediaColumns.COST_PER_ORDER, List.of(MediaColumns.LOW, MediaColumns.HIGH)));
    }
  }

  /** Tactic with its effect on an outcome in a cohort, over all campaigns that had it. */
  public record TacticLine(
      String cohort,
      String facet,
      String value,
      String outcome,
      long campaigns,
      FigureRange effect,
      OptionalDouble iSquared) {
    static TacticLine of(RowReader cells) {
      return new TacticLine(
          cells.text(SharedColumns.COHORT).orElse(""),
          cells.text(TacticColumns.FACET).orElse(""),
          cells.text(TacticColumns.VALUE).orElse(""),
          cells.text(TacticColumns.OUTCOME).orElse(""),
          cells.count(TacticColumns.CAMPAIGNS),
          FigureRange.of(
              cells, TacticColumns.EFFECT, List.of(TacticColumns.LOW, TacticColumns.HIGH)),
          cells.number(TacticColumns.I_SQUARED));
    }
  }

  /** Profile of a cohort against that of the run before; moved is empty without one. */
  public record DriftLine(String cohort, Optional<Long> moved, long compared, long ageDays) {
    static DriftLine of(RowReader cells) {
      return new DriftLine(
          cells.text(SharedColumns.COHORT).orElse(""),
          cells.optionalCount(DriftColumns.MOVED),
          cells.count(DriftColumns.COMPARED),
          cells.count(DriftColumns.AGE_DAYS));
    }
  }

  /** Cost of keeping a customer and of winning one in a period. */
  public record CareLine(
      String period, OptionalDouble keeping, OptionalDouble winning, FigureRange ratio) {
    static CareLine of(RowReader cells) {
      return new CareLine(
          cells.text(CareCostColumns.PERIOD).orElse(""),
          cells.number(CareCostColumns.KEEP_EACH),
          cells.number(CareCostColumns.WIN_EACH),
          FigureRange.of(
              cells,
              CareCostColumns.RATIO,
              List.of(CareCostColumns.QUOTED_LOW, CareCostColumns.QUOTED_HIGH)));
    }
  }

  /** Customers who share a word, such as a criterion that they fail; empty where none is known. */
  public record SharedWord(String word, long customers) {}

  /** Campaign of a rival, with the difference of the share who bought here nevertheless. */
  public record RivalLine(
      String rival, OptionalDouble returned, OptionalDouble matched, FigureRange difference) {
    static RivalLine of(RowReader cells) {
      return new RivalLine(
          cells.text(RivalWindowColumns.RIVAL).orElse(""),
          cells.number(RivalWindowColumns.SHARE),
          cells.number(RivalWindowColumns.MATCHED_SHARE),
          FigureRange.of(
              cells,
              RivalWindowColumns.DIFFERENCE,
              List.of(RivalWindowColumns.LOW, RivalWindowColumns.HIGH)));
    }
  }

  /** Role with the customers who play it, and those of whom it is known. */
  public record RoleLine(String role, long customers, long known) {}
}
