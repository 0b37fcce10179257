package dev.dangol.table.results;

import java.util.Map;

/** Meanings in Korean of the columns that are no features. */
final class KoreanMeanings {
  static final Map<String, String> ALL =
      Map.ofEntries(
          Map.entry("customer_id", "고객 번호"),
          Map.entry("pseudonym", "가명: 키 없이는 누구인지 알 수 없는 고객 표시"),
          Map.entry("as_of", "기준일"),
          Map.entry("name", "이름(전체)"),
          Map.entry("first_name", "이름"),
          Map.entry("last_name", "성"),
          Map.entry("email", "이메일 주소"),
          Map.entry("phone", "전화번호(국제 표기)"),
          Map.entry("address", "주소"),
          Map.entry("country", "국가"),
          Map.entry("segment_id", "세그먼트 번호"),
          Map.entry("segment_name", "세그먼트 이름"),
          Map.entry("distance", "세그먼트 중심까지의 거리"),
          Map.entry("outlier", "어느 세그먼트에도 속하지 않는 고객인지"),
          Map.entry("points", "평가표 점수(0~100)"),
          Map.entry("fit_level", "적합도: unfit 부적합, viable 실행 가능한 적합, perfect 완벽한 적합"),
          Map.entry("fit_grade", "적합 등급: A 완벽, B 실행 가능, C 부적합"),
          Map.entry("engagement_grade", "최근 활동 등급: 1이 가장 활발함"),
          Map.entry("rank", "순위: 1이 가장 좋음"),
          Map.entry("vetoed_by", "부적합으로 만든 필수 기준"),
          Map.entry("lift_1", "가장 먼저 높일 기준"),
          Map.entry("lift_2", "그다음으로 높일 기준"));

  private KoreanMeanings() {}
}
