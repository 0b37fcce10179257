package dev.dangol.sample.files;

import dev.dangol.sample.people.ChannelConsent;
import dev.dangol.sample.people.InventedPerson;
import dev.dangol.sample.people.ProductCategory;
import dev.dangol.sample.people.SamplePeriod;
import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.SeededDraws;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.sample.people.ShopperEmployer;
import dev.dangol.sample.people.ShopperKind;
import dev.dangol.sample.people.ShopperPersona;
import java.time.LocalDate;
import java.time.Year;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Customer records as a membership system keeps them: JSON lines with objects inside, what is not
 * known left empty. They include people who signed up and have not bought.
 */
record CustomerFiles(ShopPopulation shop) implements RawTable {
  private static final String SIGNED_UP = "joined";
  private static final String MEMBER = "member_no";
  private static final StructType STATE = RawTable.texts("state", "since");
  private static final StructType SCHEMA =
      new StructType()
          .add("record_no", DataTypes.StringType)
          .add(MEMBER, DataTypes.StringType)
          .add(SIGNED_UP, DataTypes.StringType)
          .add(
              "person",
              RawTable.texts(
                  "name", "email", "phone", "address", "given", "family", "postcode", "born"))
          .add("country", DataTypes.StringType)
          .add("came_by", DataTypes.StringType)
          .add(
              "about",
              RawTable.texts("age_band", "region", "occupation", "household")
                  .add("interests", DataTypes.createArrayType(DataTypes.StringType))
                  .add("role", DataTypes.StringType))
          .add(
              "consent",
              new StructType()
                  .add("email", STATE)
                  .add("sms", STATE)
                  .add("kakao", STATE)
                  .add("ads", STATE)
                  .add("email_night", STATE))
          .add("business", DataTypes.BooleanType)
          .add("employer", DataTypes.StringType);
  private static final RawFlaws FLAWS =
      new RawFlaws(0.005, 400, List.of(new RawFlaws.BrokenValue(SCHEMA.fieldIndex(MEMBER), null)));

  private static final double TYPICAL_SHARE = 0.3;
  private static final double UNKNOWN_SHARE = 0.08;
  private static final List<String> AGE_BANDS =
      List.of("20대", "20대", "30대", "30대", "30대", "40대", "40대", "50대", "60대 이상");
  private static final List<String> REGIONS =
      List.of("서울", "서울", "서울", "경기", "경기", "인천", "부산", "대구", "대전", "광주", "제주");

  /** The first two digits of the postal codes of the regions, in their order. */
  private static final List<String> POSTCODES =
      List.of("06", "06", "06", "13", "13", "21", "48", "41", "34", "61", "63");

  private static final double CHILD_SHARE = 0.01;
  private static final List<String> OCCUPATIONS =
      List.of("회사원", "회사원", "회사원", "자영업", "전문직", "프리랜서", "학생", "교사", "주부");
  private static final List<String> HOUSEHOLDS = List.of("1인", "1인", "2인", "2인", "자녀 있음");
  private static final List<ProductCategory> INTERESTS = List.of(ProductCategory.values());
  private static final List<String> PAID_WAYS =
      List.of("naver_ad", "naver_ad", "instagram", "instagram", "search", "search", "store");

  @Override
  public String name() {
    return "customers";
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
    writer.option("ignoreNullFields", false).json(path);
  }

  @Override
  public List<Row> rows(SampleShopper shopper) {
    SeededDraws draws = shop.draws(shopper.number(), SeededDraws.DrawPurpose.CUSTOMERS);
    InventedPerson person = InventedPerson.of(shopper, draws);
    String region = draws.one(REGIONS);
    SeededDraws more = shop.draws(shopper.number(), SeededDraws.DrawPurpose.IDENTITY);
    Row contact =
        RowFactory.create(
            person.name(),
            draws.chance(UNKNOWN_SHARE / 2) ? null : person.email(),
            draws.chance(UNKNOWN_SHARE) ? null : person.phone(),
            region + " 중앙로 " + draws.whole(1, 400),
            person.first(),
            person.last(),
            POSTCODES.get(REGIONS.indexOf(region)) + number(more.whole(0, 999)),
            born(more));
    Optional<ShopperEmployer> employer = ShopperEmployer.of(shop, shopper);
    Row row =
        RowFactory.create(
            "M" + shopper.id(),
            shopper.id(),
            SamplePeriod.iso(shopper.at(shopper.signedUp())),
            contact,
            "KR",
            shopper.byFriend() ? "friend" : draws.one(PAID_WAYS),
            about(shopper, region, employer.map(ShopperEmployer::role), draws),
            consent(shopper),
            shopper.kind() == ShopperKind.WHOLESALER,
            employer.map(ShopperEmployer::company).orElse(null));
    return List.of(row);
  }

  private static String number(int threeDigits) {
    return String.format(Locale.ROOT, "%03d", threeDigits);
  }

  /** A birth date; a few are children, whom nobody may advertise to. */
  private static String born(SeededDraws draws) {
    int year = draws.chance(CHILD_SHARE) ? draws.whole(2014, 2018) : draws.whole(1955, 2006);
    LocalDate day = LocalDate.ofYearDay(year, draws.whole(1, Year.of(year).length()));
    return draws.chance(UNKNOWN_SHARE) ? null : day.toString();
  }

  private static Row about(
      SampleShopper shopper, String region, Optional<String> role, SeededDraws draws) {
    ShopperPersona persona = shopper.kind().persona;
    Function<String, String> known = value -> draws.chance(UNKNOWN_SHARE) ? null : value;
    ProductCategory interest =
        draws.chance(TYPICAL_SHARE) ? persona.interest() : draws.one(INTERESTS);
    ProductCategory other = draws.one(INTERESTS);
    return RowFactory.create(
        known.apply(typical(persona.ageBand(), AGE_BANDS, draws)),
        known.apply(region),
        known.apply(typical(persona.occupation(), OCCUPATIONS, draws)),
        known.apply(typical(persona.household(), HOUSEHOLDS, draws)),
        Stream.of(interest, other).map(category -> category.label).distinct().toArray(),
        role.orElse(null));
  }

  private static String typical(String typical, List<String> usual, SeededDraws draws) {
    return draws.chance(TYPICAL_SHARE) ? typical : draws.one(usual);
  }

  private Row consent(SampleShopper shopper) {
    Map<ChannelConsent.ConsentChannel, Row> states =
        new EnumMap<>(ChannelConsent.ConsentChannel.class);
    for (ChannelConsent.ConsentChannel channel : ChannelConsent.ConsentChannel.values()) {
      states.put(channel, RowFactory.create(null, null));
    }
    for (ChannelConsent consent : ChannelConsent.of(shop, shopper)) {
      states.put(consent.channel(), RowFactory.create(consent.state(), consent.since()));
    }
    return RowFactory.create(states.values().toArray());
  }
}
