package dev.dangol.sample.people;

import java.util.ArrayList;
import java.util.List;

/** Sentences of reviews, by how content people are: Korean, some English, some emoji. */
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

  private ReviewSentences() {}

  /** A review of about so many sentences. */
  public static String about(int stars, int sentences, SeededDraws draws) {
    List<String> said = new ArrayList<>();
    int count = Math.max(1, sentences + draws.whole(-1, 1));
    for (int sentence = 0; sentence < count; sentence++) {
      said.add(draws.one(draws.chance(0.8) ? tone(stars) : SHRUG));
    }
    return String.join(" ", said);
  }

  private static List<String> tone(int stars) {
    if (stars == 3) {
      return SHRUG;
    }
    return stars > 3 ? PRAISE : COMPLAINT;
  }
}
