package dev.dangol.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.testing.PlainRow;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ContactRowsTest {
  private static final AsOf DAY = new AsOf(LocalDate.parse("2026-01-31"), ZoneOffset.UTC);
  private static final Field[] FIELDS = {
    SharedColumns.CUSTOMER_ID,
    CustomerContacts.NAME,
    CustomerContacts.EMAIL,
    CustomerContacts.PHONE,
    CustomerContacts.ADDRESS,
    CustomerContacts.CONSENT
  };

  @Test
  void the_surviving_record_comes_first_and_the_others_fill_its_gaps_in_order(SparkSession spark) {
    Dataset<Row> records =
        TestRows.of(spark, FIELDS)
            .row("b", "Ana K", "old@a.kr", "010-1", null, null)
            .row("m", "Ana Kim", null, null, null, null)
            .row("a", "Ana", null, "010-2", "Seoul", null)
            .row("x", null, null, null, null, null)
            .table();

    TableAssert.assertThat(only(contacts(records, renames(spark, "a", "m", "b", "m"), DAY)))
        .isEqualTo(
            TestRows.of(spark, FIELDS)
                .row("m", "Ana Kim", "old@a.kr", "010-2", "Seoul", null)
                .row("x", null, null, null, null, null)
                .table());
  }

  @Test
  void several_records_of_one_customer_are_one_row_whatever_their_order(SparkSession spark) {
    Dataset<Row> records =
        TestRows.of(spark, FIELDS)
            .row("c", "Ben", "z@b.kr", "010-9", null, Map.of("email", "granted 2025-01-01"))
            .row("c", "Ben", "a@b.kr", null, null, Map.of("sms", "withdrawn 2025-02-01"))
            .row("c", "Ben", "a@b.kr", null, null, null)
            .table();
    Map<String, String> both = new LinkedHashMap<>();
    both.put("email", "granted 2025-01-01");
    both.put("sms", "withdrawn 2025-02-01");
    Dataset<Row> expected =
        TestRows.of(spark, FIELDS).row("c", "Ben", "a@b.kr", "010-9", null, both).table();

    TableAssert.assertThat(only(contacts(records, renames(spark), DAY))).isEqualTo(expected);
    TableAssert.assertThat(
            only(contacts(records.orderBy(CustomerContacts.PHONE.col()), renames(spark), DAY)))
        .isEqualTo(expected);
  }

  @Test
  void the_latest_consent_up_to_the_day_counts_and_of_one_day_a_withdrawal(SparkSession spark) {
    assertThat(
            consents(
                spark,
                List.of(
                    List.of("granted 2025-03-01", "withdrawn 2025-02-01"),
                    List.of("granted 2025-03-01", "withdrawn 2025-03-02"),
                    List.of("granted 2025-03-01", "withdrawn 2025-03-01"),
                    List.of("withdrawn 2025-03-01T08:00:00Z", "granted 2025-03-01T23:00:00Z"),
                    List.of(" GRANTED  2025-03-01t10:00:00z"),
                    List.of("granted 2026-01-31", "withdrawn 2026-02-01"),
                    List.of("granted 2026-02-01"),
                    List.of("granted 2026-02-01", "what?"),
                    List.of("granted 2026-01-31", "Withdrawn"))))
        .containsExactly(
            "granted 2025-03-01",
            "withdrawn 2025-03-02",
            "withdrawn 2025-03-01",
            "withdrawn 2025-03-01",
            "granted 2025-03-01",
            "granted 2026-01-31",
            null,
            "withdrawn",
            "withdrawn");
  }

  @Test
  void what_cannot_be_understood_never_grants(SparkSession spark) {
    List<String> texts =
        List.of("-", "yes", "granted", "granted 2025-02-30", "granted 2025", "granted 2025-03-01x");
    List<List<String>> alone = texts.stream().map(List::of).toList();
    List<List<String>> beside =
        texts.stream().map(text -> List.of(text, "granted 2025-01-01")).toList();

    assertThat(consents(spark, alone)).containsOnly("withdrawn");
    assertThat(consents(spark, beside)).containsOnly("granted 2025-01-01");
  }

  @Test
  void a_blank_entry_neither_grants_nor_withdraws(SparkSession spark) {
    Dataset<Row> records =
        TestRows.of(spark, FIELDS)
            .row("a", null, null, null, null, Map.of("email", " ", "sms", "granted 2025-01-01"))
            .row("b", null, null, null, null, Map.of("email", ""))
            .table();

    List<Row> rows =
        contacts(records, renames(spark), DAY)
            .orderBy(SharedColumns.CUSTOMER_ID.col())
            .collectAsList();

    assertThat(new PlainRow(rows.get(0)).<String, String>map(CustomerContacts.CONSENT))
        .containsExactly(Map.entry("sms", "granted 2025-01-01"));
    PlainRow blank = new PlainRow(rows.get(1));
    assertThat(blank.empty(CustomerContacts.CONSENT)).isTrue();
    assertThat(blank.empty(CustomerContacts.CONSENT_HISTORY)).isTrue();
  }

  @Test
  void channels_are_distinguished_but_not_by_their_case(SparkSession spark) {
    Dataset<Row> records =
        TestRows.of(spark, FIELDS)
            .row("c", null, null, null, null, Map.of("Email", "granted 2025-01-01"))
            .row("c", null, null, null, null, Map.of(" email", "withdrawn 2025-05-01"))
            .row("c", null, null, null, null, Map.of("sms", "granted 2025-01-01"))
            .table();

    Row row = contacts(records, renames(spark), DAY).head();

    assertThat(new PlainRow(row).<String, String>map(CustomerContacts.CONSENT))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("email", "withdrawn 2025-05-01", "sms", "granted 2025-01-01"));
  }

  @Test
  void names_and_the_attributes_that_identify_a_person_are_kept(SparkSession spark) {
    Dataset<Row> records =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                CustomerContacts.FIRST_NAME,
                CustomerContacts.LAST_NAME,
                CustomerSource.ATTRIBUTES)
            .row("a", "민지", null, Map.of("postcode", " 06236 ", "city", "Seoul"))
            .row("a", "민지", "김", Map.of("birth_date", "1990-01-02", "madid", " "))
            .row("b", null, null, null)
            .table();

    List<Row> rows =
        contacts(records, renames(spark), DAY)
            .select(
                CustomerContacts.FIRST_NAME.col(),
                CustomerContacts.LAST_NAME.col(),
                CustomerContacts.POSTCODE.col(),
                CustomerContacts.BIRTH_DATE.col(),
                CustomerContacts.MADID.col())
            .orderBy(CustomerContacts.FIRST_NAME.col().desc())
            .collectAsList();

    assertThat(rows)
        .extracting(row -> row.mkString(","))
        .containsExactly("민지,김,06236,1990-01-02,null", "null,null,null,null,null");
  }

  @Test
  void every_entry_of_consent_up_to_the_day_is_kept(SparkSession spark) {
    Dataset<Row> records =
        TestRows.of(spark, FIELDS)
            .row("c", null, null, null, null, Map.of("Email", "granted 2024-01-01"))
            .row("c", null, null, null, null, Map.of("email", "Withdrawn 2025-05-01T10:00:00Z"))
            .row("c", null, null, null, null, Map.of("email", "granted 2025-06-01", "sms", "?"))
            .row("c", null, null, null, null, Map.of("email", "granted 2026-02-01"))
            .row("c", null, null, null, null, Map.of("email", "granted 2025-06-01"))
            .table();

    Row row = contacts(records, renames(spark), DAY).head();

    assertThat(row.<String>getList(row.fieldIndex(CustomerContacts.CONSENT_HISTORY.name())))
        .containsExactly(
            "email granted 2024-01-01",
            "email granted 2025-06-01",
            "email withdrawn 2025-05-01",
            "sms withdrawn");
  }

  /** The contacts, with the columns of the records that a test does not give empty. */
  private static Dataset<Row> contacts(Dataset<Row> records, Dataset<Row> renames, AsOf day) {
    Dataset<Row> whole = records;
    for (Field field : CustomerSource.FIELDS) {
      if (!List.of(records.columns()).contains(field.name())) {
        whole = whole.withColumn(field.name(), field.nullColumn());
      }
    }
    Dataset<Row> rows = ContactRows.of(whole, renames, day);
    assertThat(rows.columns())
        .containsExactly(
            CustomerContacts.TABLE.fields().stream().map(Field::name).toArray(String[]::new));
    return rows;
  }

  private static Dataset<Row> only(Dataset<Row> contacts) {
    return contacts.select(Arrays.stream(FIELDS).map(Field::col).toArray(Column[]::new));
  }

  /** The e-mail consent of each customer, with one entry in each record; null for none. */
  private static List<String> consents(SparkSession spark, List<List<String>> customers) {
    TestRows records = TestRows.of(spark, FIELDS);
    for (int i = 0; i < customers.size(); i++) {
      for (String entry : customers.get(i)) {
        records.row(String.format("c%02d", i), null, null, null, null, Map.of("email", entry));
      }
    }
    return contacts(records.table(), renames(spark), DAY)
        .orderBy(SharedColumns.CUSTOMER_ID.col())
        .collectAsList()
        .stream()
        .map(row -> new PlainRow(row).<String, String>map(CustomerContacts.CONSENT).get("email"))
        .toList();
  }

  private static Dataset<Row> renames(SparkSession spark, String... oldAndNew) {
    TestRows rows = TestRows.of(spark, LinkColumns.OLD_ID, LinkColumns.NEW_ID);
    for (int i = 0; i < oldAndNew.length; i += 2) {
      rows.row(oldAndNew[i], oldAndNew[i + 1]);
    }
    return rows.table();
  }
}
