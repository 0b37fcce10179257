package dev.dangol.sample;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Answers as a survey tool exports them: text with tabs between the columns, Korean dates with
 * morning and afternoon, and the answer beside its scale. People are asked after some of their
 * orders, and those who like to talk answer.
 */
record SurveyFiles(Shop shop) implements RawTable {
  private static final String ANSWERED = "응답일시";
  private static final String SCORE = "응답";
  private static final StructType SCHEMA =
      RawTable.texts("응답번호", "응답자", "설문", "질문", SCORE, "척도", "의견", ANSWERED);

  /** Nothing arrives twice: answers are told apart by what they say alone. */
  private static final Flaws FLAWS =
      new Flaws(
          0,
          250,
          List.of(
              new Flaws.Breakage(SCHEMA.fieldIndex(ANSWERED), "응답 없음"),
              new Flaws.Breakage(SCHEMA.fieldIndex("응답자"), null)));

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy년 M월 d일 a h:mm", Locale.KOREA);
  private static final int MINUTES_PER_DAY = 24 * 60;

  /** What is asked. */
  private enum Survey {
    CSAT("이번 주문에 얼마나 만족하셨나요?", 1, 5, 0.6),
    NPS("친구나 동료에게 추천하시겠어요?", 0, 10, 0.25);

    private final String question;
    private final int lowest;
    private final int highest;

    /** Share of orders after which it is asked. */
    private final double asked;

    Survey(String question, int lowest, int highest, double asked) {
      this.question = question;
      this.lowest = lowest;
      this.highest = highest;
      this.asked = asked;
    }
  }

  @Override
  public String name() {
    return "surveys";
  }

  @Override
  public StructType schema() {
    return SCHEMA;
  }

  @Override
  public Flaws flaws() {
    return FLAWS;
  }

  @Override
  public void write(DataFrameWriter<Row> writer, String path) {
    writer.option("header", true).option("sep", "\t").csv(path);
  }

  @Override
  public List<Row> rows(Shopper shopper) {
    Draws draws = shop.draws(shopper.number(), Draws.Purpose.SURVEYS);
    double answers = 0.05 + 0.8 * shopper.traits().reviewShare();
    List<Row> rows = new ArrayList<>();
    for (Order order : History.of(shop, shopper).orders()) {
      for (Survey survey : Survey.values()) {
        LocalDateTime at =
            order.at().plusMinutes(draws.whole(4 * MINUTES_PER_DAY, 12 * MINUTES_PER_DAY));
        if (draws.chance(survey.asked * answers) && Period.covers(at)) {
          String number = "Q" + shopper.code() + "-" + (rows.size() + 1);
          rows.add(row(number, survey, new Answer(shopper, order, at), draws));
        }
      }
    }
    return rows;
  }

  private record Answer(Shopper shopper, Order order, LocalDateTime at) {}

  private static Row row(String number, Survey survey, Answer answer, Draws draws) {
    double felt = felt(answer, draws);
    double place = (felt - 1) / 4 + recommends(survey, answer.shopper());
    long score = Math.round(survey.lowest + place * (survey.highest - survey.lowest));
    long given = Math.min(survey.highest, Math.max(survey.lowest, score));
    Shopper shopper = answer.shopper();
    int stars = (int) Math.min(5, Math.max(1, Math.round(felt)));
    boolean says = draws.chance(0.15 + shopper.traits().reviewShare());
    return RowFactory.create(
        number,
        shopper.id(),
        survey.name(),
        survey.question,
        Long.toString(given),
        survey.lowest + "-" + survey.highest,
        says ? Sentences.about(stars, shopper.behaviour().opinion().sentences() - 1, draws) : null,
        answer.at().format(MINUTE));
  }

  /** What he feels in general, 1 to 5, less the anger about a late delivery. */
  private static double felt(Answer answer, Draws draws) {
    double anger = answer.order().delivery().filter(Delivery::late).isPresent() ? 1.2 : 0;
    Shopper shopper = answer.shopper();
    return draws.normal(shopper.traits().rating() - anger, shopper.behaviour().opinion().spread());
  }

  private static double recommends(Survey survey, Shopper shopper) {
    return survey == Survey.NPS ? shopper.traits().referralPull() / 10 : 0;
  }
}
