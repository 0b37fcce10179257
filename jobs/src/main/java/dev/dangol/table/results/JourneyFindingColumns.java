package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of errors on journeys, of what goes with passing, and of time against a band. */
public final class JourneyFindingColumns {
  public static final Field ERROR =
      Field.text("error", "The kind of error: the category of the event, else unnamed.")
          .asRequired();
  public static final Field MET =
      Field.count("met", "Journeys, decided or asleep, on which it was met.");
  public static final Field REPAIRED =
      Field.count(
          "repaired",
          "Of these, those on which a case opened after it was resolved within"
              + " journey.repair-hours of it, and before the decision.");
  public static final Field PASSED_REPAIRED =
      Field.count("passed_repaired", "Of those repaired, the journeys decided.");
  public static final Field PASSED_OPEN =
      Field.count("passed_open", "Of those not repaired, the journeys decided.");

  public static final Field DRIVER =
      Field.text("driver", "What was met on the journey before from_stage was entered.")
          .asRequired();
  public static final Field WITH_DRIVER =
      Field.count("with_driver", "Journeys with it that passed or dropped.");
  public static final Field WITHOUT_DRIVER =
      Field.count("without_driver", "Journeys without it that passed or dropped.");
  public static final Field PASSED_WITH = Field.count("passed_with", "Those with it that passed.");
  public static final Field PASSED_WITHOUT =
      Field.count("passed_without", "Those without it that passed.");
  public static final Field DIFFERENCE =
      Field.number(
          Unit.SHARE,
          "difference",
          "Share passed with it less the share without it: an association, not an effect.");
  public static final Field LOW =
      Field.number(Unit.SHARE, "low", "Lower end of its interval at 95 %, by Newcombe.");
  public static final Field HIGH =
      Field.number(Unit.SHARE, "high", "Upper end of its interval at 95 %, by Newcombe.");
  public static final Field Q_VALUE =
      Field.number(
          "q_value",
          "Smallest false discovery rate at which the difference counts, after Benjamini and"
              + " Hochberg over the transitions and drivers of the goal.");

  public static final Field PRODUCT_CLASS =
      Field.text("product_class", "Class of products, as journey.classes names it.").asRequired();
  public static final Field DECIDED =
      Field.count("decided", "Decided journeys with touches in the class.");
  public static final Field WITHIN_SHARE =
      Field.number(
          Unit.SHARE, "within_share", "Those of them within its band; null without a band.");
  public static final Field MEDIAN_DAYS =
      Field.number(Unit.DAYS, "median_days", "Median of their days from first touch to decision.");
  public static final Field TREND =
      Field.number(
          Unit.DAYS,
          "trend",
          "Days by which that time changes in 30 days, by least squares over the days of the"
              + " decisions; null where all were on one day.");

  public static final Table ERRORS =
      new Table(
          "journey_errors",
          "A kind of error on journeys to a goal, and what came of them with and without repair.",
          List.of(SharedColumns.AS_OF, JourneyColumns.GOAL, ERROR),
          List.of(
              SharedColumns.AS_OF,
              JourneyColumns.GOAL,
              ERROR,
              MET,
              REPAIRED,
              PASSED_REPAIRED,
              PASSED_OPEN));

  public static final Table DRIVERS =
      new Table(
          "journey_drivers",
          "A driver and a stage: what goes with passing it. Named as association.",
          List.of(SharedColumns.AS_OF, JourneyColumns.GOAL, JourneyFlowColumns.FROM_STAGE, DRIVER),
          List.of(
              SharedColumns.AS_OF,
              JourneyColumns.GOAL,
              JourneyFlowColumns.FROM_STAGE,
              DRIVER,
              WITH_DRIVER,
              WITHOUT_DRIVER,
              PASSED_WITH,
              PASSED_WITHOUT,
              DIFFERENCE,
              LOW,
              HIGH,
              Q_VALUE));

  public static final Table BANDS =
      new Table(
          "journey_bands",
          "A class of products: the time to decisions in it against its band.",
          List.of(SharedColumns.AS_OF, JourneyColumns.GOAL, PRODUCT_CLASS),
          List.of(
              SharedColumns.AS_OF,
              JourneyColumns.GOAL,
              PRODUCT_CLASS,
              DECIDED,
              WITHIN_SHARE,
              MEDIAN_DAYS,
              TREND));

  private JourneyFindingColumns() {}
}
