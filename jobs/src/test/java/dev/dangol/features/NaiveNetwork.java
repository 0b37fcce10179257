package dev.dangol.features;

import dev.dangol.table.AsOf;
import dev.dangol.table.sources.ReferralSource;
import dev.dangol.testing.PlainRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The referral network as its columns describe it, person by person and path by path. */
final class NaiveNetwork {
  /**
   * A referral as one row records it; {@code convertedAt} is null where no conversion is recorded.
   */
  record Referral(String from, String to, Instant at, Instant convertedAt) {
    Referral(PlainRow row) {
      this(
          row.text(ReferralSource.REFERRER_ID),
          row.text(ReferralSource.REFERRED_ID),
          row.instant(ReferralSource.REFERRED_AT),
          row.empty(ReferralSource.CONVERTED_AT) ? null : row.instant(ReferralSource.CONVERTED_AT));
    }

    boolean self() {
      return from.equals(to);
    }
  }

  record Buyer(LocalDate first, BigDecimal net) {}

  private final List<Referral> past;
  private final Map<String, Buyer> buyers;
  private final AsOf asOf;
  private final int depth;
  private final Map<String, String> leader = new HashMap<>();

  NaiveNetwork(List<Referral> referrals, Map<String, Buyer> buyers, AsOf asOf, int depth) {
    this.past = referrals.stream().filter(r -> r.at().isBefore(asOf.end())).toList();
    this.buyers = buyers;
    this.asOf = asOf;
    this.depth = depth;
    past.stream()
        .filter(r -> !r.self())
        .sorted(Comparator.comparing(Referral::at).thenComparing(Referral::from))
        .forEach(r -> leader.putIfAbsent(r.to(), r.from()));
  }

  Set<String> referrers() {
    return past.stream().map(Referral::from).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The people who count for the customer. */
  Set<String> referred(String customer) {
    return people(customer).stream()
        .filter(person -> customer.equals(leader.get(person)) && !inRing(person))
        .collect(Collectors.toSet());
  }

  /** The people of a generation: 1 for those the customer referred directly. */
  private List<String> generation(String customer, int number) {
    if (number == 0) {
      return List.of(customer);
    }
    return generation(customer, number - 1).stream().flatMap(p -> referred(p).stream()).toList();
  }

  long generations(String customer) {
    long deepest = 0;
    for (int number = 1; number <= depth; number++) {
      deepest = generation(customer, number).isEmpty() ? deepest : number;
    }
    return deepest;
  }

  /** The people who became customers, from the first generation to that one. */
  private List<String> converted(String customer, int generations) {
    List<String> converted = new ArrayList<>();
    for (int number = 1; number <= generations; number++) {
      generation(customer, number).stream()
          .filter(person -> converted(leader.get(person), person))
          .forEach(converted::add);
    }
    return converted;
  }

  long customers(String customer, int generations) {
    return converted(customer, generations).size();
  }

  BigDecimal netSales(String customer, int generations) {
    return converted(customer, generations).stream()
        .filter(buyers::containsKey)
        .map(person -> buyers.get(person).net())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  List<String> flags(String customer) {
    Set<String> flags = new TreeSet<>();
    for (String person : people(customer)) {
      if (person.equals(customer)) {
        flags.add("self_referral");
        continue;
      }
      if (hadBought(customer, person)) {
        flags.add("already_customer");
      }
      if (!customer.equals(leader.get(person))) {
        flags.add("referred_before");
      } else if (inRing(person)) {
        flags.add("ring");
      }
    }
    return List.copyOf(flags);
  }

  private Set<String> people(String customer) {
    return past.stream()
        .filter(r -> r.from().equals(customer))
        .map(Referral::to)
        .collect(Collectors.toSet());
  }

  /**
   * True where the person is among their own next few ancestors: referrer, referrer's referrer and
   * so on.
   */
  private boolean inRing(String person) {
    String above = person;
    for (int step = 1; step <= depth && above != null; step++) {
      above = leader.get(above);
      if (person.equals(above)) {
        return true;
      }
    }
    return false;
  }

  private boolean converted(String from, String to) {
    if (hadBought(from, to)) {
      return false;
    }
    Predicate<Referral> converted =
        r -> r.convertedAt() != null && r.convertedAt().isBefore(asOf.end());
    return buyers.containsKey(to) || pair(from, to).stream().anyMatch(converted);
  }

  private boolean hadBought(String from, String to) {
    Instant at = pair(from, to).stream().map(Referral::at).min(Instant::compareTo).orElseThrow();
    LocalDate day = at.atZone(asOf.zone()).toLocalDate();
    return buyers.containsKey(to) && buyers.get(to).first().isBefore(day);
  }

  private List<Referral> pair(String from, String to) {
    return past.stream().filter(r -> r.from().equals(from) && r.to().equals(to)).toList();
  }
}
