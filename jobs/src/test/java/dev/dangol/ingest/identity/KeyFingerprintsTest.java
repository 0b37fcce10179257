package dev.dangol.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.SourceOptions.CustomerKey;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class KeyFingerprintsTest {
  private static final Optional<String> KOREA = Optional.of("KR");
  private static final Optional<String> NOWHERE = Optional.empty();

  @Test
  void an_e_mail_is_one_in_any_case_form_and_with_blanks_around_it(SparkSession spark) {
    String composed = "민지@가게.kr";

    assertThat(
            ids(
                spark,
                CustomerKey.EMAIL,
                "Ana@Shop.com",
                " ana@shop.COM\t",
                "\u00a0ana@shop.com\u200b",
                "INA@SHOP.COM",
                composed,
                Normalizer.normalize(composed, Normalizer.Form.NFD)))
        .containsExactly(
            print("email", "ana@shop.com"),
            print("email", "ana@shop.com"),
            print("email", "ana@shop.com"),
            print("email", "ina@shop.com"),
            print("email", composed),
            print("email", composed));
  }

  @Test
  void what_is_no_e_mail_at_all_is_nobody(SparkSession spark) {
    assertThat(ids(spark, CustomerKey.EMAIL, null, "", "  ", "n/a", "@", "a@", "a b@c.d", "@c.d"))
        .containsOnlyNulls();
  }

  @Test
  void korean_phones_are_one_in_every_spelling(SparkSession spark) {
    assertThat(
            ids(
                spark,
                CustomerKey.PHONE,
                "010-1234-5678",
                "+82 10 1234 5678",
                "01012345678",
                "(010) 1234.5678",
                "０１０－１２３４－５６７８",
                "+82 (0)10-1234-5678",
                " 82-10-1234-5678 "))
        .containsOnly(print("phone", "+821012345678"));
  }

  @Test
  void numbers_that_are_not_valid_or_name_no_country_are_nobody(SparkSession spark) {
    assertThat(ids(spark, CustomerKey.PHONE, null, "", "12", "010-1234", "call me", "+999 12345"))
        .containsOnlyNulls();
    assertThat(phones(spark, NOWHERE, "010-1234-5678", null, "010-1234-5678", "Korea"))
        .containsOnlyNulls();
  }

  @Test
  void the_country_of_the_row_comes_before_the_configured_one_where_it_is_a_code(
      SparkSession spark) {
    assertThat(
            phones(
                spark,
                KOREA,
                "020 7946 0958",
                "gb",
                "010-1234-5678",
                "Korea",
                "010-1234-5678",
                null,
                "+44 20 7946 0958",
                "KR"))
        .containsExactly(
            print("phone", "+442079460958"),
            print("phone", "+821012345678"),
            print("phone", "+821012345678"),
            print("phone", "+442079460958"));
  }

  @Test
  void two_extensions_of_one_switchboard_are_two(SparkSession spark) {
    assertThat(ids(spark, CustomerKey.PHONE, "02-312-3456", "02-312-3456 ext. 7", "023123456 x8"))
        .doesNotContainNull()
        .doesNotHaveDuplicates();
  }

  @Test
  void other_ids_keep_their_case_and_own_ids_stay_as_they_are(SparkSession spark) {
    assertThat(ids(spark, CustomerKey.EXTERNAL_ID, " X-1 ", "x-1", "  "))
        .containsExactly(print("external-id", "X-1"), print("external-id", "x-1"), null);
    assertThat(ids(spark, CustomerKey.ID, "c1", " c1", null)).containsExactly("c1", " c1", null);
  }

  private static List<String> ids(SparkSession spark, CustomerKey kind, String... values) {
    TestRows rows = TestRows.of(spark, CustomerContacts.EMAIL);
    Arrays.stream(values).forEach(value -> rows.row(value));
    return texts(rows, KeyFingerprints.id(kind, CustomerContacts.EMAIL.col(), KOREA));
  }

  private static List<String> phones(
      SparkSession spark, Optional<String> region, String... phonesAndCountries) {
    TestRows rows = TestRows.of(spark, CustomerContacts.PHONE, CustomerSource.COUNTRY);
    for (int i = 0; i < phonesAndCountries.length; i += 2) {
      rows.row(phonesAndCountries[i], phonesAndCountries[i + 1]);
    }
    return texts(
        rows,
        KeyFingerprints.phone(CustomerContacts.PHONE.col(), CustomerSource.COUNTRY.col(), region));
  }

  private static List<String> texts(TestRows rows, Column column) {
    return rows.table().select(column).collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static String print(String kind, String value) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
      return kind + ":" + HexFormat.of().formatHex(hash).substring(0, 32);
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
