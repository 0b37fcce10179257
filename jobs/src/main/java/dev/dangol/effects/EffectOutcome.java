package dev.dangol.effects;

/** Outcome that a comparison looks at, per customer. */
public enum EffectOutcome {
  /** 1 for who bought in the span, else 0. */
  RETENTION {
    @Override
    double of(CustomerTimeline customer, int after, int until) {
      return customer.boughtBetween(after, until) ? 1 : 0;
    }
  },
  /** Net sales in the span, in the reporting currency. */
  NET_SALES {
    @Override
    double of(CustomerTimeline customer, int after, int until) {
      return customer.salesBetween(after, until);
    }
  },
  /** 1 for who made a referral in the span that became a customer, else 0. */
  REFERRALS {
    @Override
    double of(CustomerTimeline customer, int after, int until) {
      return customer.between(after, until).anyMatch(event -> event.kind() == TimelineKind.REFERRAL)
          ? 1
          : 0;
    }
  };

  /** The outcome after a day and up to another one. */
  abstract double of(CustomerTimeline customer, int after, int until);
}
