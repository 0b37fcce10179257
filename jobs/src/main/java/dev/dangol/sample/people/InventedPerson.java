package dev.dangol.sample.people;

import java.util.List;
import java.util.Locale;

/**
 * An invented person. Addresses are in domains kept for examples, phone numbers in a block that no
 * Korean operator hands out.
 *
 * @param first their given name
 * @param last their family name
 * @param email made from the name and the number, so that it is theirs alone
 * @param phone written in one of the ways in which people write phones
 */
public record InventedPerson(String first, String last, String email, String phone) {
  private static final List<NameWord> FAMILIES =
      List.of(
          new NameWord("김", "kim"),
          new NameWord("이", "lee"),
          new NameWord("박", "park"),
          new NameWord("최", "choi"),
          new NameWord("정", "jung"),
          new NameWord("강", "kang"),
          new NameWord("조", "cho"),
          new NameWord("윤", "yoon"),
          new NameWord("장", "jang"),
          new NameWord("임", "lim"));
  private static final List<NameWord> GIVEN =
      List.of(
          new NameWord("민준", "minjun"),
          new NameWord("서연", "seoyeon"),
          new NameWord("지훈", "jihoon"),
          new NameWord("하은", "haeun"),
          new NameWord("도윤", "doyun"),
          new NameWord("수빈", "subin"),
          new NameWord("지우", "jiwoo"),
          new NameWord("현우", "hyunwoo"),
          new NameWord("예은", "yeeun"),
          new NameWord("성민", "sungmin"),
          new NameWord("유진", "yujin"),
          new NameWord("은서", "eunseo"));
  private static final List<String> ENGLISH_GIVEN =
      List.of("Emma", "Liam", "Olivia", "Noah", "Grace", "Daniel", "Sophie", "Lucas");
  private static final List<String> ENGLISH_FAMILIES =
      List.of("Wilson", "Garcia", "Brown", "Nguyen", "O'Brien", "Müller", "Smith");
  private static final List<String> DOMAINS = List.of("example.com", "example.net", "example.org");
  private static final List<String> PHONES =
      List.of("010-0%03d-%04d", "0100%03d%04d", "+82 10-0%03d-%04d", "010 0%03d %04d");
  private static final double ENGLISH_SHARE = 0.08;
  private static final int LATIN_END = 0x250;

  private record NameWord(String hangul, String latin) {}

  public static InventedPerson of(SampleShopper shopper, SeededDraws draws) {
    String phone =
        String.format(
            Locale.ROOT,
            draws.one(PHONES),
            shopper.number() / 10_000 % 1_000,
            shopper.number() % 10_000);
    if (draws.chance(ENGLISH_SHARE)) {
      String given = draws.one(ENGLISH_GIVEN);
      String family = draws.one(ENGLISH_FAMILIES);
      return new InventedPerson(given, family, email(given, shopper, draws), phone);
    }
    NameWord family = draws.one(FAMILIES);
    NameWord given = draws.one(GIVEN);
    String latin = given.latin() + "." + family.latin();
    return new InventedPerson(given.hangul(), family.hangul(), email(latin, shopper, draws), phone);
  }

  /** Their name as they write it. */
  public String name() {
    boolean latin = first.codePointAt(0) < LATIN_END;
    return latin ? first + " " + last : last + first;
  }

  private static String email(String latin, SampleShopper shopper, SeededDraws draws) {
    String address = latin + shopper.number() + "@" + draws.one(DOMAINS);
    return draws.chance(0.1) ? address.toUpperCase(Locale.ROOT) : address.toLowerCase(Locale.ROOT);
  }
}
