package dev.dangol.segments;

import dev.dangol.table.Field;
import dev.dangol.table.WindowedName;
import dev.dangol.table.features.EventColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.ReferralColumns;
import dev.dangol.table.features.RhythmColumns;
import dev.dangol.table.features.SalesColumns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words for the features that Dangol knows; features that mean much the same share theirs. */
final class SegmentVocabulary {
  private static final int ANY_WINDOW = 0;
  private static final List<VocabularyEntry> ENTRIES =
      List.of(
          say(
              new FeatureAdjectives("frequent", "occasional", "자주 구매", "가끔 구매"),
              FeatureColumns.FREQUENCY,
              FeatureColumns.ORDERS_LIFETIME),
          say(
              new FeatureAdjectives("recently busy", "recently quiet", "최근 구매 활발", "최근 구매 뜸함"),
              FeatureColumns.orders(ANY_WINDOW),
              FeatureColumns.netSales(ANY_WINDOW)),
          say(
              new FeatureAdjectives("lapsed", "recent", "이탈", "최근 구매"),
              FeatureColumns.DAYS_SINCE_LAST_ORDER),
          say(
              new FeatureAdjectives("long loyal", "short stay", "오랜 단골", "짧은 거래"),
              FeatureColumns.RECENCY_DAYS),
          say(new FeatureAdjectives("long known", "new", "오랜 고객", "신규"), FeatureColumns.AGE_DAYS),
          say(
              new FeatureAdjectives("slow rhythm", "quick rhythm", "긴 구매 주기", "짧은 구매 주기"),
              RhythmColumns.MEAN_GAP_DAYS),
          say(
              new FeatureAdjectives("high spenders", "low spenders", "고액 구매", "소액 구매"),
              FeatureColumns.NET_SALES_LIFETIME),
          say(
              new FeatureAdjectives("big baskets", "small baskets", "큰 장바구니", "작은 장바구니"),
              FeatureColumns.MONETARY_VALUE,
              FeatureColumns.ORDER_VALUE,
              SalesColumns.orderValue(ANY_WINDOW)),
          say(
              new FeatureAdjectives("wide choice", "few categories", "다양한 카테고리", "적은 카테고리"),
              FeatureColumns.CATEGORIES_LIFETIME,
              SalesColumns.categories(ANY_WINDOW)),
          say(
              new FeatureAdjectives("discount seekers", "discount averse", "할인 선호", "할인 무관"),
              FeatureColumns.DISCOUNT_SHARE),
          say(
              new FeatureAdjectives("full price", "discount seekers", "정가 구매", "할인 선호"),
              FeatureColumns.FULL_PRICE_SHARE,
              SalesColumns.fullPriceShare(ANY_WINDOW)),
          say(
              new FeatureAdjectives("promotion free", "promotion driven", "프로모션 무관", "프로모션 반응"),
              FeatureColumns.PROMOTION_FREE_SHARE),
          say(
              new FeatureAdjectives("often refunding", "rarely refunding", "환불 잦음", "환불 드묾"),
              FeatureColumns.REFUND_SHARE,
              FeatureColumns.REFUNDS_LIFETIME),
          say(
              new FeatureAdjectives("reviewers", "silent", "리뷰 작성", "리뷰 없음"),
              FeatureColumns.REVIEWS_LIFETIME,
              FeatureColumns.REVIEWS_PER_ORDER),
          say(
              new FeatureAdjectives("content", "discontent", "만족", "불만족"),
              FeatureColumns.RATING_MEAN),
          say(
              new FeatureAdjectives("mixed ratings", "even ratings", "엇갈린 평점", "고른 평점"),
              FeatureColumns.RATING_SPREAD),
          say(
              new FeatureAdjectives("critics", "rarely critical", "비판적", "비판 드묾"),
              FeatureColumns.LOW_RATINGS_LIFETIME),
          say(
              new FeatureAdjectives("detailed reviews", "brief reviews", "자세한 리뷰", "짧은 리뷰"),
              FeatureColumns.REVIEW_LENGTH_MEAN),
          say(
              new FeatureAdjectives(
                  "helpful reviewers", "unnoticed reviewers", "도움 되는 리뷰", "주목 적은 리뷰"),
              FeatureColumns.HELPFUL_VOTES_LIFETIME),
          say(
              new FeatureAdjectives("engaged", "disengaged", "참여 활발", "참여 저조"),
              FeatureColumns.EVENTS_LIFETIME,
              EventColumns.events(ANY_WINDOW)),
          say(
              new FeatureAdjectives("browsers", "rarely browsing", "자주 둘러봄", "드물게 둘러봄"),
              FeatureColumns.VIEWS_LIFETIME),
          say(
              new FeatureAdjectives("readers", "rarely reading", "메시지 열람", "메시지 미열람"),
              FeatureColumns.OPENS_LIFETIME,
              FeatureColumns.CLICKS_LIFETIME),
          say(
              new FeatureAdjectives("talkative", "rarely replying", "대화 활발", "답 없음"),
              FeatureColumns.REPLIES_LIFETIME),
          say(
              new FeatureAdjectives("sharers", "rarely sharing", "공유 활발", "공유 드묾"),
              FeatureColumns.SHARES_LIFETIME),
          say(
              new FeatureAdjectives("unsubscribers", "subscribed", "수신 거부", "수신 유지"),
              FeatureColumns.UNSUBSCRIBES_LIFETIME),
          say(
              new FeatureAdjectives("long unseen", "just seen", "오래 미방문", "최근 방문"),
              FeatureColumns.DAYS_SINCE_LAST_EVENT),
          say(
              new FeatureAdjectives("recommenders", "not recommending", "추천", "추천 없음"),
              ReferralColumns.REFERRALS_MADE,
              ReferralColumns.REFERRALS_CONVERTED,
              ReferralColumns.REFERRED_NET_SALES,
              ReferralColumns.REFERRAL_GENERATIONS,
              FeatureColumns.QUALITY_REFER),
          say(
              new FeatureAdjectives("willing to pay", "unwilling to pay", "기꺼이 지불", "지불 꺼림"),
              FeatureColumns.QUALITY_PAY),
          say(
              new FeatureAdjectives("appreciative", "unappreciative", "감사", "감사 낮음"),
              FeatureColumns.QUALITY_APPRECIATE),
          say(
              new FeatureAdjectives(
                  "easy to talk with", "hard to talk with", "의사소통 원활", "의사소통 어려움"),
              FeatureColumns.QUALITY_COMMUNICATE),
          say(
              new FeatureAdjectives("returning", "rarely returning", "재방문", "재방문 드묾"),
              FeatureColumns.QUALITY_RETURN));

  private static final Map<String, FeatureAdjectives> WORDS = byFeature();

  private SegmentVocabulary() {}

  /** The words of a feature, whatever its window; its name with high or low for an unknown one. */
  static FeatureAdjectives words(String feature) {
    return WORDS.getOrDefault(
        WindowedName.withDays(ANY_WINDOW, feature), FeatureAdjectives.plain(feature));
  }

  private static VocabularyEntry say(FeatureAdjectives words, Field... features) {
    return new VocabularyEntry(words, List.of(features));
  }

  private static Map<String, FeatureAdjectives> byFeature() {
    Map<String, FeatureAdjectives> words = new HashMap<>();
    for (VocabularyEntry entry : ENTRIES) {
      entry.features().forEach(feature -> words.put(feature.name(), entry.words()));
    }
    return words;
  }

  private record VocabularyEntry(FeatureAdjectives words, List<Field> features) {}
}
