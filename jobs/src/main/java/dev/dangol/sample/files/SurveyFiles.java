package dev.dangol.sample.files;

import dev.dangol.sample.people.OrderDelivery;
import dev.dangol.sample.people.ReviewSentences;
import dev.dangol.sample.people.SamplePeriod;
import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.SeededDraws;
import dev.dangol.sample.people.ShopOrder;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.sample.people.ShopperOrders;
import dev.dangol.sample.people.SpokenNeed;
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
 * Survey answers as a survey tool exports them: text with tabs between the columns. Dates are
 * Korean with morning and afternoon, and each answer is beside its scale. People are asked after
 * some of their orders, and those who like to talk answer.
 */
record SurveyFiles(ShopPopulation shop) implements RawTable {
  private static final String ANSWERED = "응답일시";
  private static final String SCORE = "응답";
  private static final String TEXT = "의견";
  private static final StructType SCHEMA =
      RawTable.texts("응답번호", "응답자", "설문", "질문", SCORE, "척도", TEXT, ANSWERED);

  /** Nothing arrives twice: answers are known by their content alone. */
  private static final RawFlaws FLAWS =
      new RawFlaws(
          0,
          250,
          List.of(
              new RawFlaws.BrokenValue(SCHEMA.fieldIndex(ANSWERED), "응답 없음"),
              new RawFlaws.BrokenValue(SCHEMA.fieldIndex("응답자"), null)));

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy년 M월 d일 a h:mm", Locale.KOREA);
  private static final int MINUTES_PER_DAY = 24 * 60;

  /** Survey that the shop sends. */
  enum ShopSurvey {
    CSAT("이번 주문에 얼마나 만족하셨나요?", 1, 5, 0.6),
    NPS("친구나 동료에게 추천하시겠어요?", 0, 10, 0.25);

    private final String question;
    private final int lowest;
    private final int highest;

    /** Share of orders after which it is asked. */
    private final double asked;

    ShopSurvey(String question, int lowest, int highest, double asked) {
      this.question = question;
      this.lowest = lowest;
      this.highest = highest;
      this.asked = asked;
    }

    private double stars(long score) {
      return 1 + 4.0 * (score - lowest) / (highest - lowest);
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
  public RawFlaws flaws() {
    return FLAWS;
  }

  @Override
  public void write(DataFrameWriter<Row> writer, String path) {
    writer.option("header", true).option("sep", "\t").csv(path);
  }

  @Override
  public List<Row> rows(SampleShopper shopper) {
    return answers(shopper).stream().map(WrittenAnswer::row).toList();
  }

  /**
   * Answer, with what was planted in it.
   *
   * @param unspoiled the score that it would have had without what its writer cannot bear
   */
  record WrittenAnswer(ShopSurvey survey, long unspoiled, Row row) {
    boolean hasWords() {
      return !row.isNullAt(SCHEMA.fieldIndex(TEXT));
    }

    /** Its score as stars, from 1 to 5. */
    double stars() {
      return survey.stars(Long.parseLong(row.getString(SCHEMA.fieldIndex(SCORE))));
    }

    double unspoiledStars() {
      return survey.stars(unspoiled);
    }
  }

  /** The answers of a customer, in the order of what they bought. */
  List<WrittenAnswer> answers(SampleShopper shopper) {
    SeededDraws draws = shop.draws(shopper.number(), SeededDraws.DrawPurpose.SURVEYS);
    double share = 0.05 + 0.8 * shopper.traits().reviewShare();
    List<WrittenAnswer> answers = new ArrayList<>();
    for (ShopOrder order : ShopperOrders.of(shop, shopper).orders()) {
      for (ShopSurvey survey : ShopSurvey.values()) {
        LocalDateTime at =
            order.at().plusMinutes(draws.whole(4 * MINUTES_PER_DAY, 12 * MINUTES_PER_DAY));
        if (draws.chance(survey.asked * share) && SamplePeriod.covers(at)) {
          String number = "Q" + shopper.code() + "-" + (answers.size() + 1);
          answers.add(answer(number, survey, new AskedShopper(shopper, order, at), draws));
        }
      }
    }
    return answers;
  }

  private record AskedShopper(SampleShopper shopper, ShopOrder order, LocalDateTime at) {}

  private WrittenAnswer answer(
      String number, ShopSurvey survey, AskedShopper asked, SeededDraws draws) {
    SampleShopper shopper = asked.shopper();
    double felt = felt(asked, draws);
    boolean says = draws.chance(0.15 + shopper.traits().reviewShare());
    Row row =
        RowFactory.create(
            number,
            shopper.id(),
            survey.name(),
            survey.question,
            Long.toString(score(survey, felt - SpokenNeed.lostStars(shop, shopper), shopper)),
            survey.lowest + "-" + survey.highest,
            says ? text(shopper, felt, draws) : null,
            asked.at().format(MINUTE));
    return new WrittenAnswer(survey, score(survey, felt, shopper), row);
  }

  private static long score(ShopSurvey survey, double felt, SampleShopper shopper) {
    double place = (felt - 1) / 4 + recommends(survey, shopper);
    long score = Math.round(survey.lowest + place * (survey.highest - survey.lowest));
    return Math.min(survey.highest, Math.max(survey.lowest, score));
  }

  /** The words that go with a feeling, and those of needs, which do not depend on it. */
  private String text(SampleShopper shopper, double felt, SeededDraws draws) {
    int stars = (int) Math.min(5, Math.max(1, Math.round(felt)));
    int sentences = shopper.behaviour().opinion().sentences() - 1;
    return SpokenNeed.in(
        ReviewSentences.about(stars, sentences, shopper.kind(), draws), shop, shopper);
  }

  /** The customer's general feeling, 1 to 5, less the anger about a late delivery. */
  private static double felt(AskedShopper asked, SeededDraws draws) {
    double anger = asked.order().delivery().filter(OrderDelivery::late).isPresent() ? 1.2 : 0;
    SampleShopper shopper = asked.shopper();
    return draws.normal(shopper.traits().rating() - anger, shopper.behaviour().opinion().spread());
  }

  private static double recommends(ShopSurvey survey, SampleShopper shopper) {
    return survey == ShopSurvey.NPS ? shopper.traits().referralPull() / 10 : 0;
  }
}
