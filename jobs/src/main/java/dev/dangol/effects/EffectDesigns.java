package dev.dangol.effects;

import dev.dangol.config.EffectSettings;
import dev.dangol.effects.EffectDesign.OutcomeSpan;
import dev.dangol.effects.EffectDesign.SourceNeed;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import java.util.ArrayList;
import java.util.List;

/** List of the comparisons that are made. */
final class EffectDesigns {
  /** Days of a month after the landmark. */
  private static final int MONTH = 30;

  private final EffectSettings settings;
  private final TrialRules rules;
  private final TrialRules atOnce = new TrialRules(0);
  private final List<EffectDesign> designs = new ArrayList<>();

  private EffectDesigns(EffectSettings settings) {
    this.settings = settings;
    this.rules = new TrialRules(settings.landmarkDays());
  }

  /** Every comparison, whatever sources there are. */
  static List<EffectDesign> of(EffectSettings settings) {
    EffectDesigns made = new EffectDesigns(settings);
    made.addParticipation();
    made.addService();
    made.addContentment();
    made.addHearing();
    made.addMonths();
    return List.copyOf(made.designs);
  }

  private void addParticipation() {
    SourceNeed loyalty = SourceNeed.of(Sources.LOYALTY);
    add("membership_retention", EffectOutcome.RETENTION, rules.joins(), loyalty);
    add("membership_net_sales", EffectOutcome.NET_SALES, rules.joins(), loyalty);
    add(
        "review_retention",
        EffectOutcome.RETENTION,
        rules.takesPart(TimelineKind.REVIEW),
        SourceNeed.of(Sources.REVIEWS));
    add(
        "survey_retention",
        EffectOutcome.RETENTION,
        rules.takesPart(TimelineKind.ANSWER),
        SourceNeed.of(Sources.SURVEYS));
    add(
        "activity_retention",
        EffectOutcome.RETENTION,
        rules.takesPart(TimelineKind.ACTIVITY),
        SourceNeed.of(Sources.ENGAGEMENT, EngagementSource.KNOWN_CUSTOMER_ID));
  }

  private void addService() {
    SourceNeed replies = SourceNeed.of(Sources.SUPPORT, SupportSource.FIRST_REPLY_AT);
    add(
        "repair_retention",
        EffectOutcome.RETENTION,
        rules.isRepaired(),
        SourceNeed.of(Sources.SUPPORT, SupportSource.FAULT),
        SourceNeed.of(Sources.SUPPORT, SupportSource.RESOLVED_AT));
    add(
        "resolved_retention",
        EffectOutcome.RETENTION,
        rules.isResolved(),
        SourceNeed.of(Sources.SUPPORT, SupportSource.RESOLVED_AT));
    add(
        "reply_within_hour_retention",
        EffectOutcome.RETENTION,
        rules.isAnsweredWithinTheHour(),
        replies);
    add(
        "service_not_promotion_retention",
        EffectOutcome.RETENTION,
        rules.servedNotPromoted(),
        replies,
        SourceNeed.of(Sources.MESSAGES, MessageSource.PROMOTION_TYPE));
  }

  private void addContentment() {
    SourceNeed reviews = SourceNeed.of(Sources.REVIEWS);
    add("content_retention", EffectOutcome.RETENTION, rules.isContent(), reviews);
    add("content_net_sales", EffectOutcome.NET_SALES, rules.isContent(), reviews);
    add(
        "content_referrals",
        EffectOutcome.REFERRALS,
        rules.isContent(),
        reviews,
        SourceNeed.of(Sources.REFERRALS));
  }

  private void addHearing() {
    add(
        "review_heard_retention",
        EffectOutcome.RETENTION,
        rules.isHeard(TimelineKind.REVIEW),
        SourceNeed.of(Sources.REVIEWS, SharedColumns.ACTED_ON_AT));
    add(
        "survey_heard_retention",
        EffectOutcome.RETENTION,
        rules.isHeard(TimelineKind.ANSWER),
        SourceNeed.of(Sources.SURVEYS, SharedColumns.ACTED_ON_AT));
  }

  private void addMonths() {
    int over = settings.lagMonths() * MONTH;
    for (int month = 1; month <= settings.lagMonths(); month++) {
      OutcomeSpan span = new OutcomeSpan((month - 1) * MONTH, month * MONTH, over);
      designs.add(
          new EffectDesign(
              "satisfaction_to_loyalty",
              month,
              EffectOutcome.RETENTION,
              atOnce.isContent(),
              0,
              span,
              List.of(SourceNeed.of(Sources.REVIEWS))));
      designs.add(
          new EffectDesign(
              "loyalty_to_net_sales",
              month,
              EffectOutcome.NET_SALES,
              rules.comesBack(),
              settings.landmarkDays(),
              span,
              List.of()));
    }
  }

  private void add(String effect, EffectOutcome outcome, TrialRule rule, SourceNeed... needs) {
    OutcomeSpan span = new OutcomeSpan(0, settings.followDays(), settings.followDays());
    designs.add(
        new EffectDesign(effect, 0, outcome, rule, settings.landmarkDays(), span, List.of(needs)));
  }
}
