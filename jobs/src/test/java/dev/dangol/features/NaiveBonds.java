package dev.dangol.features;

import dev.dangol.table.Field;
import dev.dangol.table.features.AcquisitionColumns;
import dev.dangol.table.features.EventColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.LoyaltyColumns;
import dev.dangol.table.features.SalesColumns;
import dev.dangol.table.features.TalkColumns;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.LoyaltySource;
import dev.dangol.table.sources.SurveySource;
import dev.dangol.testing.PlainRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A customer's survey answers, loyalty programme and records, from the sentences of their columns.
 */
record NaiveBonds(NaiveDay day) {
  private static final List<String> TAKES_PART = List.of("join", "earn", "redeem", "benefit");

  void answers(Map<String, Object> row, List<PlainRow> answers) {
    put(row, TalkColumns.SURVEY_ANSWERS_LIFETIME, (long) answers.size());
    List<Double> scaled =
        answers.stream().map(NaiveBonds::scaled).filter(Objects::nonNull).toList();
    put(
        row,
        TalkColumns.SURVEY_SCORE_MEAN,
        scaled.isEmpty()
            ? null
            : Double.valueOf(scaled.stream().mapToDouble(s -> s).sum() / scaled.size()));
    put(row, TalkColumns.NPS_LATEST, latest(answers, "NPS"));
    put(row, TalkColumns.CSAT_LATEST, latest(answers, "CSAT"));
  }

  /** From 0 to 1; null where the answer or its scale is not known. */
  static Double scaled(PlainRow answer) {
    if (Stream.of(SurveySource.SCORE, SurveySource.SCALE_MIN, SurveySource.SCALE_MAX)
        .anyMatch(answer::empty)) {
      return null;
    }
    double lowest = answer.number(SurveySource.SCALE_MIN);
    double width = answer.number(SurveySource.SCALE_MAX) - lowest;
    double place = (answer.number(SurveySource.SCORE) - lowest) / width;
    return width > 0 ? Double.valueOf(Math.max(0, Math.min(1, place))) : null;
  }

  private static Double latest(List<PlainRow> answers, String name) {
    return answers.stream()
        .filter(answer -> !answer.empty(SurveySource.SURVEY) && !answer.empty(SurveySource.SCORE))
        .filter(answer -> answer.text(SurveySource.SURVEY).toUpperCase(Locale.ROOT).contains(name))
        .max(
            Comparator.comparing((PlainRow answer) -> answer.instant(SurveySource.ANSWERED_AT))
                .thenComparing(answer -> -answer.number(SurveySource.SCORE)))
        .map(answer -> answer.number(SurveySource.SCORE))
        .orElse(null);
  }

  void programme(Map<String, Object> row, List<PlainRow> movements) {
    Optional<Instant> left =
        movements.stream()
            .filter(movement -> kind(movement).equals("leave"))
            .map(movement -> movement.instant(LoyaltySource.OCCURRED_AT))
            .max(Comparator.naturalOrder());
    boolean member =
        movements.stream()
            .filter(movement -> TAKES_PART.contains(kind(movement)))
            .map(movement -> movement.instant(LoyaltySource.OCCURRED_AT))
            .anyMatch(at -> left.isEmpty() || at.isAfter(left.get()));
    BigDecimal redeemed = worth(movements, "redeem");
    BigDecimal benefits = worth(movements, "benefit");
    BigDecimal margin = (BigDecimal) row.get(SalesColumns.MARGIN_LIFETIME.name());
    put(row, LoyaltyColumns.LOYALTY_MEMBER, member);
    put(row, LoyaltyColumns.LOYALTY_EARNED, worth(movements, "earn"));
    put(row, LoyaltyColumns.LOYALTY_REDEEMED, redeemed);
    put(row, LoyaltyColumns.LOYALTY_BENEFITS, benefits);
    put(
        row,
        LoyaltyColumns.RECIPROCITY,
        margin == null || margin.signum() <= 0
            ? null
            : Double.valueOf(redeemed.add(benefits).doubleValue() / margin.doubleValue()));
  }

  private static String kind(PlainRow movement) {
    return movement.text(LoyaltySource.KIND).toLowerCase(Locale.ROOT);
  }

  private static BigDecimal worth(List<PlainRow> movements, String kind) {
    return NaiveDay.sum(
        movements.stream().filter(m -> kind(m).equals(kind)).toList(), LoyaltySource.AMOUNT);
  }

  /** A record that was made after the day is not known on it. */
  void records(Map<String, Object> row, List<PlainRow> records) {
    List<PlainRow> known =
        records.stream()
            .filter(
                r ->
                    r.empty(CustomerSource.SIGNED_UP_AT)
                        || day.happened(r, CustomerSource.SIGNED_UP_AT))
            .toList();
    LocalDate signedUp =
        known.stream()
            .filter(one -> !one.empty(CustomerSource.SIGNED_UP_AT))
            .map(one -> day.on(one, CustomerSource.SIGNED_UP_AT))
            .min(Comparator.naturalOrder())
            .orElse(null);
    put(row, AcquisitionColumns.SIGNED_UP_ON, signedUp);
    put(row, AcquisitionColumns.ACQUIRED_BY, firstByName(known, CustomerSource.ACQUIRED_BY));
    put(row, AcquisitionColumns.COUNTRY, firstByName(known, CustomerSource.COUNTRY));
    put(
        row,
        AcquisitionColumns.IS_COMPANY,
        known.stream()
            .filter(one -> !one.empty(CustomerSource.IS_COMPANY))
            .map(one -> one.flag(CustomerSource.IS_COMPANY))
            .max(Comparator.naturalOrder())
            .orElse(null));
    LocalDate contact =
        Stream.of(signedUp, (LocalDate) row.get(EventColumns.FIRST_EVENT_ON.name()))
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    LocalDate bought = (LocalDate) row.get(FeatureColumns.FIRST_ORDER_ON.name());
    put(row, AcquisitionColumns.FIRST_CONTACT_ON, contact);
    put(
        row,
        AcquisitionColumns.DAYS_TO_FIRST_ORDER,
        contact == null || contact.isAfter(bought)
            ? null
            : Long.valueOf(ChronoUnit.DAYS.between(contact, bought)));
  }

  private static String firstByName(List<PlainRow> records, Field column) {
    return records.stream()
        .map(one -> one.text(column))
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static void put(Map<String, Object> row, Field field, Object value) {
    row.put(field.name(), value);
  }
}
