package dev.dangol.sample.files;

import dev.dangol.sample.people.SamplePeriod;
import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.SeededDraws;
import dev.dangol.sample.people.ShopCampaign;
import dev.dangol.sample.people.ShopPopulation;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Costs of winning customers by day, as an advertising office exports them: CSV with amounts in won
 * signs. A cost belongs to no customer. Every shop has more customers than months, and so the rows
 * of a month come with the customer of its number.
 */
record CostFiles(ShopPopulation shop) implements RawTable {
  private static final String SPENT = "spent";
  private static final String DAY = "day";
  private static final StructType SCHEMA =
      RawTable.texts("line", DAY, "media", "funnel", "campaign", "came_by", SPENT);

  /** Nothing arrives twice: lines have no id and are known by their content alone. */
  private static final RawFlaws FLAWS =
      new RawFlaws(
          0,
          8,
          List.of(
              new RawFlaws.BrokenValue(SCHEMA.fieldIndex(SPENT), "정산 중"),
              new RawFlaws.BrokenValue(SCHEMA.fieldIndex(DAY), null)));

  private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("yyyy/MM/dd");

  /**
   * Line of costs, with the word for it in the customer file.
   *
   * <p>The amounts are what one customer costs who came this way, in won, if all its lines are
   * taken together and each way brings a fifth.
   */
  private enum CostLine {
    NAVER_SEARCH("NAVER", "consideration", "naver_ad", 7_000),
    NAVER_SHOPPING("NAVER", "conversion", "naver_ad", 11_000),
    FEED("INSTAGRAM", "awareness", "instagram", 6_000),
    STORY("INSTAGRAM", "interest", "instagram", 8_000),
    KEYWORDS("GOOGLE", "consideration", "search", 9_000),
    LEAFLET("STORE", "awareness", "store", 6_000),
    FRIEND("APP", "loyalty", "friend", 3_000);

    private final String media;
    private final String funnel;
    private final String cameBy;
    private final double perCustomer;

    CostLine(String media, String funnel, String cameBy, double perCustomer) {
      this.media = media;
      this.funnel = funnel;
      this.cameBy = cameBy;
      this.perCustomer = perCustomer;
    }
  }

  @Override
  public String name() {
    return "costs";
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
    writer.option("header", true).csv(path);
  }

  @Override
  public List<Row> rows(SampleShopper shopper) {
    return shopper.number() < ShopCampaign.MONTHS ? month(shopper.number()) : List.of();
  }

  private List<Row> month(long number) {
    SeededDraws draws = shop.draws(number, SeededDraws.DrawPurpose.COSTS);
    LocalDate first = SamplePeriod.START.plusMonths(number);
    List<Row> rows = new ArrayList<>();
    for (LocalDate day = first; day.getMonth() == first.getMonth(); day = day.plusDays(1)) {
      for (CostLine line : CostLine.values()) {
        rows.add(row(day, line, draws));
      }
    }
    return rows;
  }

  private Row row(LocalDate day, CostLine line, SeededDraws draws) {
    int number = (int) (day.toEpochDay() - SamplePeriod.START.toEpochDay());
    double customers = shop.size().customers() * SampleShopper.signUpShare(number) / 5;
    double spent = customers * line.perCustomer * Math.exp(draws.normal(0, 0.3));
    return RowFactory.create(
        line + "-" + day.toEpochDay(),
        day.format(SLASHES),
        line.media,
        line.funnel,
        line + "-" + day.getYear() + "H" + (day.getMonthValue() + 5) / 6,
        line.cameBy,
        "₩" + NumberFormat.getIntegerInstance(Locale.KOREA).format(Math.round(spent)));
  }
}
