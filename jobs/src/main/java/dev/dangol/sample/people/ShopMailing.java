package dev.dangol.sample.people;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Messages of the shop to one customer, and their reactions. The warm open and answer, and those
 * who wait for promotions look at offers, each kind in its channel, at its hour and for what it
 * likes. Churned customers hardly look any more; frank people complain of what does not concern
 * them, and hardly anybody wants to hear of a partner's insurance.
 */
public final class ShopMailing {
  private static final double CHOSEN_SHARE = 0.4;
  private static final double AFTER_LEAVING = 0.08;
  private static final double MOST = 0.95;
  private static final List<String> TEMPLATES = List.of("이모지", "이야기", "가격 강조");

  private final ShopPopulation shop;
  private final SampleShopper shopper;
  private final SeededDraws draws;
  private final LocalDateTime end;
  private final List<MailingReach> ways;
  private final List<Row> rows = new ArrayList<>();

  public ShopMailing(ShopPopulation shop, SampleShopper shopper) {
    this.shop = shop;
    this.shopper = shopper;
    this.draws = shop.draws(shopper.number(), SeededDraws.DrawPurpose.MESSAGES);
    this.end = shopper.at(ShopperOrders.of(shop, shopper).end());
    this.ways = MailingReach.of(shop, shopper, draws);
  }

  /**
   * One message.
   *
   * @param creative its picture or text
   * @param left when the customer unsubscribed because of it
   */
  private record SentMessage(
      ShopCampaign campaign,
      MailingReach.MailingChannel way,
      LocalDateTime at,
      String creative,
      Optional<LocalDateTime> left) {}

  /** Their messages, as rows of the mailing system's file. */
  public List<Row> messages() {
    for (int month = month(shopper.at(shopper.signedUp())); month < ShopCampaign.MONTHS; month++) {
      for (ShopCampaign.CampaignTheme theme : ShopCampaign.CampaignTheme.values()) {
        if (theme.goesOut(month) && draws.chance(CHOSEN_SHARE)) {
          send(ShopCampaign.of(shop, month, theme));
        }
      }
    }
    ways.forEach(this::sendLast);
    return rows;
  }

  private static int month(LocalDateTime at) {
    return (int) ChronoUnit.MONTHS.between(SamplePeriod.START, at.toLocalDate());
  }

  private void send(ShopCampaign campaign) {
    LocalDateTime at =
        campaign
            .month()
            .plusDays(draws.below(campaign.month().lengthOfMonth()))
            .atTime(campaign.hour(), draws.whole(0, 59));
    List<MailingReach> open = ways.stream().filter(way -> way.isOpen(at)).toList();
    if (!open.isEmpty()) {
      rows.add(
          row(
              new SentMessage(
                  campaign, draws.one(open).way(), at, draws.one(TEMPLATES), Optional.empty())));
    }
  }

  /** No customer unsubscribes without having got something. */
  private void sendLast(MailingReach reach) {
    reach
        .until()
        .ifPresent(
            left -> {
              LocalDateTime before = left.minusMinutes(draws.whole(5, 600));
              LocalDateTime at = before.isBefore(reach.from()) ? reach.from() : before;
              ShopCampaign news = ShopCampaign.of(shop, month(at), ShopCampaign.CampaignTheme.NEWS);
              String creative = draws.one(TEMPLATES);
              rows.add(row(new SentMessage(news, reach.way(), at, creative, Optional.of(left))));
            });
  }

  private Row row(SentMessage sent) {
    ShopCampaign campaign = sent.campaign();
    return RowFactory.create(
        "T" + shopper.code() + "-" + (rows.size() + 1),
        shopper.id(),
        sent.way().name(),
        campaign.id(),
        campaign.theme().offer,
        sent.creative(),
        campaign.label(),
        SamplePeriod.seconds(sent.at()),
        sent.left().isPresent() ? lastAnswer(sent) : answer(sent),
        new BigDecimal(sent.way().fee));
  }

  private static Row lastAnswer(SentMessage sent) {
    LocalDateTime left = sent.left().orElseThrow();
    LocalDateTime opened = sent.at().plus(Duration.between(sent.at(), left).dividedBy(2));
    return RowFactory.create(
        SamplePeriod.seconds(opened), null, null, SamplePeriod.seconds(left), null);
  }

  private Row answer(SentMessage sent) {
    double warmth = shopper.traits().warmth();
    double appeal = appeal(sent);
    boolean concerned = isConcerned(sent.campaign());
    boolean opens = draws.chance(Math.min(MOST, sent.way().attention * (0.4 + warmth) * appeal));
    boolean clicks = draws.chance(Math.min(MOST, (0.08 + 0.5 * warmth) * appeal));
    boolean replies =
        sent.way() != MailingReach.MailingChannel.PUSH && draws.chance(0.01 + 0.1 * warmth);
    boolean complains = !concerned && draws.chance(0.005 + 0.06 * shopper.traits().frankness());
    LocalDateTime opened = later(sent.at(), sent.way().minutes);
    return RowFactory.create(
        opens ? inPeriod(opened) : null,
        opens && clicks ? inPeriod(later(opened, 6)) : null,
        opens && replies ? inPeriod(later(opened, 240)) : null,
        null,
        opens && complains ? inPeriod(later(opened, 90)) : null);
  }

  private boolean isConcerned(ShopCampaign campaign) {
    return campaign.theme() != ShopCampaign.CampaignTheme.PARTNER
        && campaign.about() == shopper.kind().persona.interest();
  }

  private double appeal(SentMessage sent) {
    ShopCampaign campaign = sent.campaign();
    ShopperTraits traits = shopper.traits();
    double offer =
        campaign.theme().offer == null ? 0.7 + traits.warmth() : 0.6 + traits.promotionShare();
    MailingTaste taste = MailingTaste.of(shopper.kind());
    double stays = campaign.month().isBefore(end.toLocalDate()) ? 1 : AFTER_LEAVING;
    return offer
        * taste.appeal(sent.way(), campaign.hour(), sent.creative())
        * stays
        * (isConcerned(campaign) ? 1.5 : campaign.theme().interest);
  }

  private LocalDateTime later(LocalDateTime than, double minutes) {
    return than.plusSeconds(1 + Math.round(draws.exponential(60 * minutes)));
  }

  private static Long inPeriod(LocalDateTime at) {
    return SamplePeriod.covers(at) ? SamplePeriod.seconds(at) : null;
  }
}
