package dev.dangol.sample.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.sample.people.ChannelConsent;
import dev.dangol.sample.people.SamplePeriod;
import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.SampleSize;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.sample.people.ShopperOrders;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Messages: what can never be otherwise. */
class MessageFilesTest {
  private static final SampleSize SIZE = new SampleSize(1500, 42);
  private static final ShopPopulation SHOP = new ShopPopulation(SIZE);
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  @Test
  void what_is_done_with_a_message_follows_it_within_the_period() {
    long end = SamplePeriod.seconds(SamplePeriod.END.atStartOfDay());
    assertThat(AllShoppers.rows(new MessageFiles(SHOP), SIZE))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              List<Long> acts = acts(row);
              assertThat(acts).allMatch(at -> at >= row.getLong(7) && at < end);
              if (row.getStruct(8).isNullAt(0)) {
                assertThat(acts).as("nothing without opening").isEmpty();
              } else {
                assertThat(acts).allMatch(at -> at >= row.getStruct(8).getLong(0));
              }
            });
  }

  @Test
  void nobody_gets_a_message_before_he_signed_up_or_by_a_way_that_he_closed() {
    int left = 0;
    for (SampleShopper shopper : AllShoppers.in(SHOP).toList()) {
      List<Row> messages = new MessageFiles(SHOP).rows(shopper);
      Map<String, Long> closed = new HashMap<>();
      for (Row row : messages) {
        if (!row.getStruct(8).isNullAt(3)) {
          closed.put(row.getString(2), row.getStruct(8).getLong(3));
        }
      }
      left += closed.size();
      long signedUp = SamplePeriod.seconds(shopper.at(shopper.signedUp()));
      assertThat(messages)
          .allMatch(row -> row.getLong(7) >= signedUp)
          .allMatch(row -> row.getLong(7) <= closed.getOrDefault(row.getString(2), Long.MAX_VALUE));
    }
    assertThat(left).isGreaterThan(50);
  }

  @Test
  void a_message_goes_only_where_consent_was_given_and_its_withdrawal_is_the_unsubscribing() {
    for (SampleShopper shopper : AllShoppers.in(SHOP).toList()) {
      Map<String, ChannelConsent> consents =
          ChannelConsent.of(SHOP, shopper).stream()
              .filter(consent -> way(consent.channel()) != null)
              .collect(Collectors.toMap(consent -> way(consent.channel()), Function.identity()));
      List<Row> messages = new MessageFiles(SHOP).rows(shopper);
      for (Row row : messages) {
        if (!row.getString(2).equals("PUSH")) {
          assertThat(consents).containsKey(row.getString(2));
        }
      }
      consents.forEach(
          (way, consent) ->
              assertThat(
                      messages.stream()
                          .filter(row -> row.getString(2).equals(way))
                          .filter(row -> !row.getStruct(8).isNullAt(3))
                          .map(row -> local(row.getStruct(8).getLong(3)))
                          .toList())
                  .isEqualTo(consent.withdrawn().stream().mapToObj(shopper::at).toList()));
    }
  }

  @Test
  void campaigns_are_named_as_orders_name_their_promotions() {
    Set<String> sent =
        AllShoppers.rows(new MessageFiles(SHOP), SIZE)
            .map(row -> row.getString(3))
            .collect(Collectors.toSet());
    assertThat(
            AllShoppers.in(SHOP)
                .flatMap(shopper -> ShopperOrders.of(SHOP, shopper).orders().stream())
                .flatMap(order -> order.promotion().stream())
                .collect(Collectors.toSet()))
        .isSubsetOf(sent);
  }

  private static List<Long> acts(Row message) {
    Row acts = message.getStruct(8);
    List<Long> known = new ArrayList<>();
    for (int act = 0; act < acts.size(); act++) {
      if (!acts.isNullAt(act)) {
        known.add(acts.getLong(act));
      }
    }
    return known;
  }

  private static String way(ChannelConsent.ConsentChannel channel) {
    return Map.of(
            ChannelConsent.ConsentChannel.EMAIL, "MAIL",
            ChannelConsent.ConsentChannel.SMS, "LMS",
            ChannelConsent.ConsentChannel.KAKAO, "KAKAO")
        .get(channel);
  }

  private static LocalDateTime local(long seconds) {
    return LocalDateTime.ofInstant(Instant.ofEpochSecond(seconds), SEOUL);
  }
}
