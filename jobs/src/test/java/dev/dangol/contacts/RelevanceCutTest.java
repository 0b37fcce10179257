package dev.dangol.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import dev.dangol.contacts.ContactFact.SendFact;
import dev.dangol.probability.WilsonInterval;
import dev.dangol.sample.files.AllShoppers;
import dev.dangol.sample.people.SampleSize;
import dev.dangol.sample.people.ShopPopulation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The default cut of relevance, held against what messages of the sample shop brought. */
class RelevanceCutTest {
  private static final double CUT =
      ConfigFactory.parseResources("reference.conf").getDouble("dangol.contacts.relevance.cut");
  private static final String PARTNERS = "PARTNER-";
  private static final int BINS = 20;

  private static List<SendFact> sends;

  @BeforeAll
  static void send() {
    ShopPopulation shop = new ShopPopulation(new SampleSize(4_000, 42));
    sends =
        AllShoppers.in(shop)
            .flatMap(
                shopper -> {
                  SendFold fold = new SendFold(GivenContacts.RULES);
                  SampleSignals.of(shop, shopper).forEach(fold::add);
                  return fold.sends().stream();
                })
            .toList();
  }

  @Test
  void no_score_below_the_cut_is_responded_to_more_than_messages_are_on_the_whole() {
    double chance = share(sends, fact -> fact.response().any());
    Map<Integer, List<SendFact>> bins =
        sends.stream()
            .filter(fact -> fact.relevance().known())
            .collect(
                Collectors.groupingBy(RelevanceCutTest::bin, TreeMap::new, Collectors.toList()));
    int below = 0;
    for (Map.Entry<Integer, List<SendFact>> bin : bins.entrySet()) {
      long answered = bin.getValue().stream().filter(fact -> fact.response().any()).count();
      WilsonInterval rate = WilsonInterval.of(answered, bin.getValue().size());
      if ((bin.getKey() + 1.0) / BINS <= CUT + 1e-9) {
        below += bin.getValue().size();
        assertThat(rate.low()).as("from " + bin.getKey() + " twentieths").isLessThan(chance);
      }
    }
    assertThat(below).as("messages below the cut").isGreaterThan(sends.size() / 3);
    List<SendFact> next = bins.get((int) Math.round(CUT * BINS));
    assertThat(share(next, fact -> fact.response().any())).isGreaterThan(chance);
  }

  @Test
  void messages_below_the_cut_are_opened_clicked_and_bought_after_less_than_others() {
    List<SendFact> below = sends.stream().filter(fact -> fact.relevance().isBelow(CUT)).toList();
    assertThat(share(below, fact -> fact.response().opened()))
        .isLessThan(share(sends, fact -> fact.response().opened()));
    assertThat(share(below, fact -> fact.response().clicked()))
        .isLessThan(share(sends, fact -> fact.response().clicked()));
    Predicate<SendFact> bought = fact -> fact.outcome().bought().orElse(false);
    assertThat(share(over(below), bought)).isLessThan(share(over(sends), bought));
  }

  @Test
  void campaigns_that_concern_nobody_are_ranked_worst_of_all() {
    Map<String, List<SendFact>> campaigns =
        sends.stream()
            .filter(fact -> fact.relevance().known())
            .collect(Collectors.groupingBy(fact -> fact.message().subject().campaign()));
    List<String> worst =
        campaigns.keySet().stream()
            .sorted(
                Comparator.comparingDouble(
                    id -> -share(campaigns.get(id), fact -> fact.relevance().isBelow(CUT))))
            .toList();
    long partners = worst.stream().filter(id -> id.startsWith(PARTNERS)).count();
    assertThat(partners).isEqualTo(4);
    assertThat(worst.subList(0, 4)).allMatch(id -> id.startsWith(PARTNERS));
  }

  private static int bin(SendFact fact) {
    return (int) Math.floor(fact.score() * BINS + 1e-9);
  }

  private static List<SendFact> over(List<SendFact> facts) {
    return facts.stream().filter(fact -> fact.outcome().bought().isPresent()).toList();
  }

  private static double share(List<SendFact> facts, Predicate<SendFact> which) {
    return (double) facts.stream().filter(which).count() / facts.size();
  }
}
