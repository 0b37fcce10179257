package dev.dangol.contacts;

import dev.dangol.contacts.ContactFact.SendFact;
import dev.dangol.contacts.ContactFact.SendOutcome;
import dev.dangol.contacts.ContactFact.SendStanding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fold of a customer's messages, responses and interests, in order of time. */
final class SendFold {
  private final FoldRules rules;
  private final RelevanceScore relevance;
  private final long machine;
  private final List<SentMessage> sent = new ArrayList<>();
  private final Deque<SentMessage> followed = new ArrayDeque<>();
  private final Map<List<String>, MessageKindHistory> kinds = new HashMap<>();
  private final Map<String, SentMessage> newestOf = new HashMap<>();
  private final SentMessage.LaterResponses later = new SentMessage.LaterResponses();

  SendFold(FoldRules rules) {
    this.rules = rules;
    this.relevance = new RelevanceScore(rules.relevance());
    this.machine = rules.spans().machineSeconds() * FoldRules.SECOND;
  }

  void add(CustomerSignal signal) {
    switch (signal.kind()) {
      case SEND -> addMessage(signal);
      case OPEN, CLICK -> addResponse(signal);
      case LOOK -> relevance.showInterest(signal.subject().category(), signal.at());
      case PURCHASE -> addPurchase(signal);
      default -> {}
    }
  }

  private void addPurchase(CustomerSignal purchase) {
    relevance.showInterest(purchase.subject().category(), purchase.at());
    while (!followed.isEmpty() && followed.peek().message().at() < purchase.at()) {
      SentMessage message = followed.remove();
      if (purchase.at() <= message.message().at() + followed()) {
        message.buy();
      }
    }
  }

  /** The microseconds in which a purchase follows a message. */
  private long followed() {
    return rules.relevance().followDays() * FoldRules.DAY;
  }

  private void addMessage(CustomerSignal message) {
    later.knownBefore(message.at());
    MessageKindHistory kind = kind(message);
    SentMessage added = new SentMessage(message, relevance.next(message, kind));
    kind.add(added);
    sent.add(added);
    followed.add(added);
    String campaign = message.subject().campaign();
    if (campaign != null) {
      newestOf.put(campaign, added);
    }
    addOwnResponses(added, kind);
  }

  private MessageKindHistory kind(CustomerSignal message) {
    long window = rules.relevance().windowDays() * FoldRules.DAY;
    List<String> key = new ArrayList<>();
    Collections.addAll(key, message.subject().channel(), message.subject().promotionType());
    return kinds.computeIfAbsent(key, other -> new MessageKindHistory(window));
  }

  private void addOwnResponses(SentMessage added, MessageKindHistory kind) {
    CustomerSignal.SignalTimes times = added.message().times();
    if (isHuman(added, times.first())) {
      added.open();
      later.add(times.first(), kind, added);
    }
    if (isHuman(added, times.clicked())) {
      added.click();
      later.add(times.clicked(), kind, added);
    }
    if (times.replied() != CustomerSignal.NEVER) {
      added.reply();
      later.add(times.replied(), kind, added);
    }
  }

  private boolean isHuman(SentMessage message, long at) {
    return at != CustomerSignal.NEVER && at - message.message().at() >= machine;
  }

  private void addResponse(CustomerSignal response) {
    SentMessage message = newestOf.get(response.subject().campaign());
    if (message != null && isHuman(message, response.at())) {
      if (response.kind() == SignalKind.OPEN) {
        message.open();
      } else {
        message.click();
      }
      later.add(response.at(), kind(message.message()), message);
    }
  }

  /** The messages in order of time. */
  List<SendFact> sends() {
    Map<String, SendStanding> standings = new HashMap<>();
    Map<String, Integer> newest = new HashMap<>();
    for (int place = 0; place < sent.size(); place++) {
      newest.put(sent.get(place).message().subject().channel(), place);
    }
    List<SendFact> facts = new ArrayList<>();
    for (SentMessage message : sent) {
      String channel = message.message().subject().channel();
      boolean last = newest.get(channel) == facts.size();
      SendStanding standing = standing(standings.get(channel), message, last);
      standings.put(channel, standing);
      facts.add(new SendFact(message.message(), outcome(message), message.score(), standing));
    }
    return facts;
  }

  private SendOutcome outcome(SentMessage message) {
    boolean over = message.message().at() + followed() < rules.end();
    return new SendOutcome(
        message.response(), over ? Optional.of(message.bought()) : Optional.empty());
  }

  private SendStanding standing(SendStanding before, SentMessage message, boolean last) {
    boolean irrelevant = message.score().isBelow(rules.relevance().cut());
    boolean counts = irrelevant && !message.response().any();
    long earlier = before == null ? 0 : before.irrelevantInRow();
    long since = earlier == 0 ? message.message().at() : before.since();
    return new SendStanding(
        before == null ? 1 : before.number() + 1,
        irrelevant,
        counts ? earlier + 1 : 0,
        counts ? since : CustomerSignal.NEVER,
        last);
  }
}
