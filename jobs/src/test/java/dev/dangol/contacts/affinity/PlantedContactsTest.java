package dev.dangol.contacts.affinity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.AffinitySettings;
import dev.dangol.sample.files.AllShoppers;
import dev.dangol.sample.people.MailingTaste;
import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.SampleSize;
import dev.dangol.sample.people.ShopMailing;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.sample.people.ShopperKind;
import dev.dangol.table.results.AffinityColumns;
import dev.dangol.testing.TestDay;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Plants of the sample shop come out: channel and hour by kind, creatives, campaigns. */
class PlantedContactsTest {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final int VIA = 2;
  private static final int CAMPAIGN = 3;
  private static final int CREATIVE = 5;
  private static final int SENT = 7;
  private static final int ACTS = 8;
  private static final AffinityVerdicts VERDICTS =
      new AffinityVerdicts(new AffinitySettings(100, 0.05, 2), 30, TestDay.of("2025-12-31"));

  private static Map<String, String> verdicts;

  @BeforeAll
  static void judge() {
    verdicts = verdicts(new ShopPopulation(new SampleSize(6000, 42)));
  }

  /** Verdicts by group, facet and value. */
  private static Map<String, String> verdicts(ShopPopulation shop) {
    GroupTally tally = new GroupTally();
    AllShoppers.in(shop).forEach(shopper -> add(tally, shop, shopper));
    Map<String, String> found = new HashMap<>();
    VERDICTS.rows(tally.sums()).forEach(row -> found.put(key(row), cell(row, 14)));
    return found;
  }

  private static void add(GroupTally tally, ShopPopulation shop, SampleShopper shopper) {
    Map<String, Long> sent = new HashMap<>();
    Map<String, Long> responded = new HashMap<>();
    for (Row message : new ShopMailing(shop, shopper).messages()) {
      if (message.getStruct(ACTS).isNullAt(3)) {
        ZonedDateTime at = Instant.ofEpochSecond(message.getLong(SENT)).atZone(SEOUL);
        long answered =
            IntStream.range(0, 3).anyMatch(i -> !message.getStruct(ACTS).isNullAt(i)) ? 1 : 0;
        for (String key :
            List.of(
                "channel:" + message.getString(VIA),
                "hour:" + at.getHour(),
                "weekday:" + at.getDayOfWeek(),
                "campaign:" + theme(message.getString(CAMPAIGN)),
                "creative:" + message.getString(CREATIVE))) {
          sent.merge(key, 1L, Long::sum);
          responded.merge(key, answered, Long::sum);
        }
      }
    }
    if (!sent.isEmpty()) {
      tally.add(List.of("everyone:all", "cohort:" + shopper.kind()), sent, responded);
    }
  }

  /** The theme of a campaign such as PARTNER-202406. */
  private static String theme(String campaign) {
    return campaign.substring(0, campaign.indexOf('-'));
  }

  private static String key(Row row) {
    return cell(row, 2) + " " + cell(row, 3) + ":" + cell(row, 4);
  }

  private static String cell(Row row, int place) {
    return row.getString(place);
  }

  @Test
  void the_best_channel_and_hour_of_each_kind_work() {
    List<String> missed = new ArrayList<>();
    for (ShopperKind kind : ShopperKind.values()) {
      MailingTaste taste = MailingTaste.of(kind);
      for (String planted : List.of("channel:" + taste.channel(), "hour:" + taste.hour())) {
        if (kind != ShopperKind.WHOLESALER && !"works".equals(verdicts.get(kind + " " + planted))) {
          missed.add(kind + " " + planted + " is " + verdicts.get(kind + " " + planted));
        }
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void the_failing_creative_fails_and_the_story_works() {
    assertThat(verdicts).containsEntry("all creative:가격 강조", "fails");
    assertThat(verdicts).containsEntry("all creative:이야기", "works");
  }

  @Test
  void a_partners_insurance_fails_for_everyone() {
    assertThat(verdicts).containsEntry("all campaign:PARTNER", "fails");
  }

  /** Weekdays mean nothing to anybody: a verdict on one is a false one. */
  @Test
  void at_most_one_in_twenty_weekdays_of_twenty_shops_is_judged() {
    long judged = 0;
    long wrong = 0;
    for (int seed = 0; seed < 20; seed++) {
      Map<String, String> found = verdicts(new ShopPopulation(new SampleSize(800, 100 + seed)));
      List<String> weekdays =
          found.entrySet().stream()
              .filter(entry -> entry.getKey().startsWith("all weekday:"))
              .map(Map.Entry::getValue)
              .toList();
      judged += weekdays.size();
      wrong +=
          weekdays.stream().filter(verdict -> !verdict.equals(AffinityColumns.UNKNOWN)).count();
    }
    assertThat(judged).isEqualTo(140);
    assertThat((double) wrong / judged).isLessThanOrEqualTo(0.05);
  }
}
