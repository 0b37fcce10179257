package dev.dangol.contacts;

import dev.dangol.contacts.ContactFact.CaseFact;
import dev.dangol.contacts.ContactFact.StayFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fold of a customer's cases and purchases, in order of time, to replies and to who stayed. */
final class ReplyFold {
  /** Business time is asked for up to an hour: a little more tells that it took longer. */
  private static final long ENOUGH = FoldRules.HOUR + 1;

  private final FoldRules rules;
  private final List<CaseFact> cases = new ArrayList<>();
  private boolean boughtBefore;
  private boolean eligible;
  private boolean retained;
  private CustomerSignal first;

  ReplyFold(FoldRules rules) {
    this.rules = rules;
  }

  void add(CustomerSignal signal) {
    if (signal.kind() == SignalKind.CASE) {
      addCase(signal);
    } else if (signal.kind() == SignalKind.PURCHASE) {
      addPurchase(signal.at());
    }
  }

  private void addCase(CustomerSignal signal) {
    if (first == null) {
      eligible = boughtBefore;
      first = signal;
    } else if (signal.at() == first.at() && signal.id().compareTo(first.id()) < 0) {
      first = signal;
    }
    long replied = signal.times().first();
    boolean answered = replied != CustomerSignal.NEVER;
    long until = Math.max(replied, signal.at());
    cases.add(
        new CaseFact(
            signal.subject().channel(),
            signal.subject().category(),
            answered ? until - signal.at() : CustomerSignal.NEVER,
            rules.end() - signal.at(),
            answered ? business(signal.at(), until) : CustomerSignal.NEVER,
            business(signal.at(), rules.end())));
  }

  private long business(long from, long to) {
    return rules.calendar().between(from, to, ENOUGH);
  }

  private void addPurchase(long at) {
    boughtBefore = true;
    if (first != null) {
      long landmark = landmark();
      retained |= at > landmark && at <= landmark + rules.spans().followDays() * FoldRules.DAY;
    }
  }

  private long landmark() {
    return first.at() + rules.spans().landmarkDays() * FoldRules.DAY;
  }

  List<CaseFact> cases() {
    return cases;
  }

  /** Empty without a case, without a purchase before it, and where its days are not over. */
  Optional<StayFact> stay() {
    if (!eligible || landmark() + rules.spans().followDays() * FoldRules.DAY > rules.end()) {
      return Optional.empty();
    }
    return Optional.of(new StayFact(bucket(), retained));
  }

  private String bucket() {
    long replied = first.times().first();
    if (replied > landmark()) {
      return ReplyBuckets.NEVER;
    }
    return ReplyBuckets.of(replied - first.at());
  }
}
