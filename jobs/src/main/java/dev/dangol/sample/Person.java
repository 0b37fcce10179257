package dev.dangol.sample;

import java.util.List;
import java.util.Locale;

/**
 * An invented person. Addresses are in domains kept for examples, phone numbers in a block that no
 * Korean operator hands out.
 *
 * @param name as he writes it
 * @param email made from the name and the number, so that it is his alone
 * @param phone written in one of the ways in which people write phones
 */
record Person(String name, String email, String phone) {
  private static final List<Word> FAMILIES =
      List.of(
          new Word("김", "kim"),
          new Word("이", "lee"),
          new Word("박", "park"),
          new Word("최", "choi"),
          new Word("정", "jung"),
          new Word("강", "kang"),
          new Word("조", "cho"),
          new Word("윤", "yoon"),
          new Word("장", "jang"),
          new Word("임", "lim"));
  private static final List<Word> GIVEN =
      List.of(
          new Word("민준", "minjun"),
          new Word("서연", "seoyeon"),
          new Word("지훈", "jihoon"),
          new Word("하은", "haeun"),
          new Word("도윤", "doyun"),
          new Word("수빈", "subin"),
          new Word("지우", "jiwoo"),
          new Word("현우", "hyunwoo"),
          new Word("예은", "yeeun"),
          new Word("성민", "sungmin"),
          new Word("유진", "yujin"),
          new Word("은서", "eunseo"));
  private static final List<String> ENGLISH_GIVEN =
      List.of("Emma", "Liam", "Olivia", "Noah", "Grace", "Daniel", "Sophie", "Lucas");
  private static final List<String> ENGLISH_FAMILIES =
      List.of("Wilson", "Garcia", "Brown", "Nguyen", "O'Brien", "Müller", "Smith");
  private static final List<String> DOMAINS = List.of("example.com", "example.net", "example.org");
  private static final List<String> PHONES =
      List.of("010-0%03d-%04d", "0100%03d%04d", "+82 10-0%03d-%04d", "010 0%03d %04d");
  private static final double ENGLISH_SHARE = 0.08;

  private record Word(String hangul, String latin) {}

  static Person of(Shopper shopper, Draws draws) {
    String phone =
        String.format(
            Locale.ROOT,
            draws.one(PHONES),
            shopper.number() / 10_000 % 1_000,
            shopper.number() % 10_000);
    if (draws.chance(ENGLISH_SHARE)) {
      String given = draws.one(ENGLISH_GIVEN);
      return new Person(
          given + " " + draws.one(ENGLISH_FAMILIES), email(given, shopper, draws), phone);
    }
    Word family = draws.one(FAMILIES);
    Word given = draws.one(GIVEN);
    String latin = given.latin() + "." + family.latin();
    return new Person(family.hangul() + given.hangul(), email(latin, shopper, draws), phone);
  }

  private static String email(String latin, Shopper shopper, Draws draws) {
    String address = latin + shopper.number() + "@" + draws.one(DOMAINS);
    return draws.chance(0.1) ? address.toUpperCase(Locale.ROOT) : address.toLowerCase(Locale.ROOT);
  }
}
