package dev.dangol.journey;

import dev.dangol.table.Field;
import dev.dangol.table.results.JourneyColumns;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Census of one journey by its sources, and by the channels and stages of its touches. */
final class SourceCensus {
  private SourceCensus() {}

  static void count(FollowedJourney journey, JourneyTally tally) {
    add(journey, TallyKind.ENTRY_SOURCE, text(journey, JourneyColumns.ENTRY_SOURCE), tally)
        .addAll(journey.costs());
    add(journey, TallyKind.FIRST_TOUCH_KIND, text(journey, JourneyColumns.FIRST_TOUCH_KIND), tally)
        .addAll(journey.costs());
    channels(journey)
        .forEach(
            (channel, costs) ->
                add(journey, TallyKind.CHANNEL, channel.orElse(null), tally).addAll(costs));
    countPresence(journey, tally);
  }

  /** The channels of touches up to the decision, with the touches and messages there. */
  private static Map<Optional<String>, CostLedger> channels(FollowedJourney journey) {
    Map<Optional<String>, CostLedger> channels = new HashMap<>();
    if (!journey.hasTouches()) {
      channels.put(Optional.empty(), new CostLedger());
    }
    journey
        .costs()
        .forEach(
            (key, sum) -> {
              if (isBeforeDecision(journey, key, sum)) {
                channels.putIfAbsent(Optional.ofNullable(key.channel()), new CostLedger());
              }
            });
    journey
        .costs()
        .forEach(
            (key, sum) ->
                Optional.ofNullable(channels.get(Optional.ofNullable(key.channel())))
                    .filter(any -> key.part() != CostPart.CASE)
                    .ifPresent(ledger -> ledger.add(key, sum)));
    return channels;
  }

  private static void countPresence(FollowedJourney journey, JourneyTally tally) {
    Map<TallyKey, Long> places = new TreeMap<>();
    journey
        .costs()
        .forEach(
            (key, sum) -> {
              if (isBeforeDecision(journey, key, sum)) {
                places.merge(
                    new TallyKey(journey.goal(), TallyKind.PRESENCE, key.channel(), key.stage()),
                    sum.touches(),
                    Long::sum);
              }
            });
    long decided = journey.isDecided() ? 1 : 0;
    long asleep = journey.isAsleep() ? 1 : 0;
    places.forEach((place, touches) -> tally.add(place, touches, decided, asleep));
    if (journey.hasTouches()) {
      long touches = places.values().stream().mapToLong(Long::longValue).sum();
      tally.add(new TallyKey(journey.goal(), TallyKind.ALL, null, 0), touches, decided, asleep);
    }
  }

  private static boolean isBeforeDecision(
      FollowedJourney journey, CostKey key, CostLedger.CostSum sum) {
    return sum.touches() > 0 && key.stage() < journey.entered().size() - 1;
  }

  private static String text(FollowedJourney journey, Field field) {
    return journey.cells().text(field).orElse(null);
  }

  private static CostLedger add(
      FollowedJourney journey, TallyKind kind, String value, JourneyTally tally) {
    TallyKey key = new TallyKey(journey.goal(), kind, value, 0);
    tally.add(
        key,
        1,
        journey.isDecided() ? 1 : 0,
        journey.isAsleep() ? 1 : 0,
        journey.isDecided() ? journey.net() : 0);
    return tally.costs(key);
  }
}
