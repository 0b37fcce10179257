package dev.dangol.sample.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Sentences of reviews: Korean, some English, some emoji.
 *
 * <p>They depend on how content people are, and on what their kind cares for.
 */
public final class ReviewSentences {
  private static final List<String> PRAISE =
      List.of(
          "정말 마음에 들어요 😍",
          "재구매 의사 100%입니다.",
          "포장이 꼼꼼하고 배송도 빨랐어요.",
          "친구에게도 추천했어요 👍",
          "기대보다 훨씬 좋아요!",
          "Exactly what I was looking for.",
          "Great quality, will buy again 🎁",
          "선물했더니 다들 좋아하네요 ❤️",
          "단골 될 것 같아요.");
  private static final List<String> SHRUG =
      List.of(
          "그냥 무난해요.",
          "가격만큼은 하는 것 같아요.",
          "색이 사진과 조금 달라요.",
          "It is okay, nothing special.",
          "배송은 보통이었어요 🙂",
          "설명서가 있으면 더 좋겠어요.",
          "나쁘지 않지만 다음엔 다른 것도 볼래요.");
  private static final List<String> COMPLAINT =
      List.of(
          "배송이 너무 늦었어요 😡",
          "생각보다 품질이 별로예요.",
          "한 번 쓰고 고장 났어요…",
          "문의했는데 답이 없네요.",
          "Not worth the price.",
          "Arrived broken 😞",
          "사진과 완전히 다릅니다.",
          "포장이 찢어져서 왔어요.");

  /** Sentences that a kind writes beside the others, when content and when not. */
  private record OwnSentences(List<String> praise, List<String> complaint) {}

  private static final OwnSentences NONE = new OwnSentences(List.of(), List.of());
  private static final Map<ShopperKind, OwnSentences> BY_KIND =
      Map.of(
          ShopperKind.BARGAIN_HUNTER,
          new OwnSentences(
              List.of("가격이 저렴해서 샀어요.", "할인 쿠폰 덕분에 가성비 최고예요.", "Cheap and good value."),
              List.of("할인 없이는 너무 비싸요.", "다른 곳이 더 저렴해요.", "Cheaper elsewhere.")),
          ShopperKind.ADVOCATE,
          new OwnSentences(
              List.of("상담원분이 정말 친절해요.", "문의하니 바로 답변해 주셨어요."), List.of("상담 답변이 늦어서 아쉬워요.")),
          ShopperKind.FRANK_CRITIC,
          new OwnSentences(
              List.of("재질이 튼튼하고 마감이 깔끔해요.", "기능이 설명대로 작동해요."),
              List.of("마감이 엉망이고 금방 고장 났어요.", "The feature does not work as described.")));

  private ReviewSentences() {}

  /** A review of about so many sentences by someone of a kind. */
  public static String about(int stars, int sentences, ShopperKind kind, SeededDraws draws) {
    OwnSentences own = BY_KIND.getOrDefault(kind, NONE);
    List<String> said = new ArrayList<>();
    int count = Math.max(1, sentences + draws.whole(-1, 1));
    for (int sentence = 0; sentence < count; sentence++) {
      said.add(draws.one(draws.chance(0.8) ? tone(stars, own) : SHRUG));
    }
    return String.join(" ", said);
  }

  private static List<String> tone(int stars, OwnSentences own) {
    if (stars == 3) {
      return SHRUG;
    }
    return stars > 3 ? joined(PRAISE, own.praise()) : joined(COMPLAINT, own.complaint());
  }

  /** The kind's own sentences are drawn twice as often as the others. */
  private static List<String> joined(List<String> all, List<String> own) {
    return Stream.of(all, own, own).flatMap(List::stream).toList();
  }
}
