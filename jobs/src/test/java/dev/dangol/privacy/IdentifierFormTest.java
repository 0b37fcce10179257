package dev.dangol.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Normal forms against the vectors that the platforms publish, and texts that people write. */
class IdentifierFormTest {
  private static final String HASH_OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @Test
  void published_vectors_come_out() throws IOException {
    List<String[]> vectors;
    try (var in = getClass().getResourceAsStream("/dev/dangol/export/vectors.txt")) {
      vectors =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split("\\|"))
              .toList();
    }
    assertThat(vectors).hasSize(16);
    for (String[] vector : vectors) {
      String normal = IdentifierForm.named(vector[0]).orElseThrow().of(vector[2], vector[1]);
      assertThat(normal).as(vector[2]).isEqualTo(vector[3]);
      assertThat(IdentifierHash.sha256(normal)).as(vector[2]).isEqualTo(vector[4]);
    }
  }

  @Test
  void hangul_is_composed_before_it_is_hashed() {
    String apart = Normalizer.normalize("민지", Normalizer.Form.NFD);
    assertThat(IdentifierHash.sha256(apart)).startsWith("961008c8");
    assertThat(IdentifierHash.sha256(IdentifierForm.NAME_GOOGLE.of(apart, "")))
        .isEqualTo("1475001d1abb7d41064af695fd1420803699ac5ca718787f7dbeb00dd0be58ce");
  }

  @ParameterizedTest
  @EnumSource(IdentifierForm.class)
  void nothing_stays_nothing_and_is_never_hashed(IdentifierForm form) {
    for (String empty : new String[] {null, "", "  ", "\u0000", "\u3000\t", "\u200b"}) {
      String normal = form.of(empty, "KR");
      assertThat(normal).isEmpty();
      assertThat(IdentifierHash.sha256(normal)).isEmpty();
      assertThat(IdentifierHash.sha256(normal)).isNotEqualTo(HASH_OF_NOTHING);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "email, 'no at sign', ''",
    "email, a@b@c.com, ''",
    "email, @example.com, ''",
    "email, 'min ji @ example.com', minji@example.com",
    "email, 김민지@예시.한국, 김민지@예시.한국",
    "email-google, +only@gmail.com, ''",
    "email-google, A.B+c@googlemail.com, ab@googlemail.com",
    "phone-e164, 02-312-3456, +8223123456",
    "phone-e164, '+82 10 1234 5678', +821012345678",
    "phone-e164, 01012345678, +821012345678",
    "phone-e164, '010 1234 5678 ext. 9', +821012345678",
    "phone-e164, 010-1234, ''",
    "phone-e164, not a number, ''",
    "phone-national, '+82 10-1234-5678', 01012345678",
    "name-google, 'O''Brien 2nd', 'o''brien 2nd'",
    "name-meta, 'O''Brien-Smith 2nd', obriensmith2nd",
    "country, 대한민국, kr",
    "country-code, South Korea, KR",
    "country-code, nowhere, ''",
    "zip, 'SW1A 1AA', sw1a1aa",
    "gender, 여성, f",
    "gender, M, m",
    "gender, unknown, ''",
    "birth-year, 19900102, 1990",
    "birth-year, 1990. 1. 2., 1990",
    "birth-year, 1990, 1990",
    "birth-year, 1990-13-40, ''",
    "madid, ' 295F55BA-1610 ', 295f55ba-1610",
    "number, 2.450E5, 245000",
    "number, NaN, ''",
    "value, -12.5, 0",
    "value, 1234.5000, 1234.5",
    "text, 'a\tb', 'a b'"
  })
  void what_people_write_becomes_one_form_or_nothing(String form, String text, String normal) {
    assertThat(IdentifierForm.named(form).orElseThrow().of(text, "KR")).isEqualTo(normal);
  }

  @Test
  void a_phone_of_an_unknown_country_needs_its_code() {
    assertThat(IdentifierForm.PHONE_E164.of("010-1234-5678", "")).isEmpty();
    assertThat(IdentifierForm.PHONE_E164.of("+82 10-1234-5678", "")).isEqualTo("+821012345678");
    assertThat(IdentifierForm.PHONE_E164.of("010-1234-5678", "ZZ")).isEmpty();
  }

  @Test
  void a_pseudonym_is_the_keyed_hash_of_the_standard() {
    // RFC 4231, test case 2.
    assertThat(IdentifierHash.keyed("what do ya want for nothing?", "Jefe"))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }
}
