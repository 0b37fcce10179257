package dev.dangol.contacts;

import java.util.ArrayList;
import java.util.List;

/** Fold of the signals of one customer, in order of time, to facts. */
final class ContactFold {
  private final FoldRules rules;
  private final ReplyFold replies;
  private final NeedFold needs;
  private final SendFold sends;
  private final MediaFold media = new MediaFold();

  ContactFold(FoldRules rules) {
    this.rules = rules;
    this.replies = new ReplyFold(rules);
    this.needs = new NeedFold(rules);
    this.sends = new SendFold(rules);
  }

  void add(CustomerSignal signal) {
    replies.add(signal);
    needs.add(signal);
    sends.add(signal);
    media.add(signal);
  }

  /** The facts; nothing can be added after. */
  List<ContactFact> facts() {
    List<ContactFact> facts = new ArrayList<>(replies.cases());
    replies.stay().ifPresent(facts::add);
    facts.addAll(needs.needs());
    facts.addAll(needs.helped());
    List<ContactFact.SendFact> messages = sends.sends();
    facts.addAll(messages);
    PreferenceFold.of(messages, rules.minResponses()).ifPresent(facts::add);
    facts.addAll(media.facts(messages));
    return facts;
  }
}
