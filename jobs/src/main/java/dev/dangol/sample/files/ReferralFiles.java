package dev.dangol.sample.files;

import dev.dangol.sample.people.SamplePeriod;
import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.SeededDraws;
import dev.dangol.sample.people.ShopPopulation;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Referrals among customers, as saved by hand from a spreadsheet: CSV with semicolons and American
 * dates. Some of those who were recommended never bought, some never even signed up, and a few
 * people recommend themselves.
 */
record ReferralFiles(ShopPopulation shop) implements RawTable {
  private static final String REFERRER = "추천인";
  private static final String REFERRED_AT = "추천일시";
  private static final StructType SCHEMA =
      RawTable.texts("피추천인", REFERRER, REFERRED_AT, "첫구매일시", "경로");
  private static final int SELF_REFERRED_EVERY = 700;

  /** Broken rows come beside every third self-referral: there is surely a row to break. */
  private static final RawFlaws FLAWS =
      new RawFlaws(
          0,
          3 * SELF_REFERRED_EVERY,
          List.of(
              new RawFlaws.BrokenValue(SCHEMA.fieldIndex(REFERRED_AT), "작년 봄"),
              new RawFlaws.BrokenValue(SCHEMA.fieldIndex(REFERRER), null)));

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("M/d/yyyy H:mm");
  private static final List<String> WAYS = List.of("카카오톡", "카카오톡", "링크", "입소문");
  private static final double INVITED_DAYS = 7;

  @Override
  public String name() {
    return "referrals";
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
    writer.option("header", true).option("sep", ";").csv(path);
  }

  @Override
  public List<Row> rows(SampleShopper shopper) {
    SeededDraws draws = shop.draws(shopper.number(), SeededDraws.DrawPurpose.REFERRALS);
    List<Row> rows = new ArrayList<>();
    shop.referrer(shopper).ifPresent(by -> rows.add(joined(shopper, by, draws)));
    rows.addAll(ignored(shopper, draws));
    if (shopper.number() % SELF_REFERRED_EVERY == SELF_REFERRED_EVERY / 2) {
      rows.add(row(shopper, shopper.id(), shopper.signedUp(), draws));
    }
    return rows;
  }

  /** A customer who came because an earlier customer recommended the shop. */
  private static Row joined(SampleShopper shopper, SampleShopper by, SeededDraws draws) {
    double earliest = Math.max(by.firstOrder(), shopper.signedUp() - INVITED_DAYS);
    return row(shopper, by.id(), draws.between(earliest, shopper.signedUp()), draws);
  }

  private static Row row(SampleShopper shopper, String referrer, double day, SeededDraws draws) {
    String converted = shopper.bought() ? shopper.at(shopper.firstOrder()).format(MINUTE) : null;
    return RowFactory.create(
        shopper.id(), referrer, shopper.at(day).format(MINUTE), converted, draws.one(WAYS));
  }

  /** People who got the customer's recommendation and never came. */
  private static List<Row> ignored(SampleShopper shopper, SeededDraws draws) {
    List<Row> rows = new ArrayList<>();
    int invited = shopper.bought() ? draws.poisson(shopper.traits().referralPull()) : 0;
    for (int person = 1; person <= invited; person++) {
      String id = "N" + shopper.code() + "-" + person;
      double day = draws.between(shopper.firstOrder(), SamplePeriod.DAYS);
      rows.add(
          RowFactory.create(
              id, shopper.id(), shopper.at(day).format(MINUTE), null, draws.one(WAYS)));
    }
    return rows;
  }
}
