package dev.dangol.cohorts.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.privacy.SensitiveAttributes;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureTable;
import dev.dangol.table.results.ProfileColumns;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import scala.jdk.javaapi.CollectionConverters;

@ExtendWith(SparkExtension.class)
class ProfileAttributesTest {
  private static final AsOf DAY = new AsOf(LocalDate.of(2026, 3, 1), ZoneOffset.UTC);

  @Test
  void records_tell_attributes_as_of_the_day(SparkSession spark) {
    Dataset<Row> customers =
        customers(spark)
            .row("ann", "2026-01-01", "KR", true, map("age_band", "30대", "interests", "차, 🍵 ;차"))
            .row("ann", "2026-02-01", null, null, map("age_band", "20대", "memo", " ".repeat(2)))
            .row("ann", "2026-03-02", "US", null, map("age_band", "10대"))
            .row("bob", null, null, null, null)
            .row("cho", null, null, false, map("region", null))
            .table();

    assertThat(traits(RecordAttributes.traits(customers, DAY, Set.of())))
        .containsOnly(
            "ann what age_band [20대]",
            "ann what country [KR]",
            "ann what is_company [yes]",
            "ann why interests [차, 🍵]",
            "cho what is_company [no]");
  }

  @Test
  void sensitive_attributes_are_left_out_and_named(SparkSession spark) {
    Map<String, String> sensitive = new HashMap<>();
    List<String> refused =
        List.of(
            "Race",
            "ethnic_group",
            "religion",
            "politicalParty",
            "healthStatus",
            "종교",
            "건강 상태",
            "sexual-orientation",
            "정치성향",
            "skinColor",
            "인종");
    List<String> harmless =
        List.of("trace", "interface", "environmental", "region", "성별", "terrace");
    refused.forEach(name -> sensitive.put(name, "x"));
    harmless.forEach(name -> sensitive.put(name, "x"));
    Dataset<Row> customers = customers(spark).row("ann", null, null, null, map(sensitive)).table();

    assertThat(
            names(
                RecordAttributes.sensitiveAttributes(customers, DAY, Set.of()),
                ProfileColumns.NAME))
        .containsExactlyInAnyOrderElementsOf(refused);
    assertThat(names(RecordAttributes.traits(customers, DAY, Set.of()), ProfileColumns.ATTRIBUTE))
        .containsExactlyInAnyOrderElementsOf(harmless);
    assertThat(
            names(
                RecordAttributes.traits(customers, DAY, Set.of("RELIGION")),
                ProfileColumns.ATTRIBUTE))
        .contains("religion")
        .doesNotContain("Race");
  }

  @Test
  void no_feature_that_segments_and_scorecards_can_use_is_sensitive(SparkSession spark) {
    TestRows names = TestRows.of(spark, ProfileColumns.NAME);
    FeatureTable.of(List.of(30)).fields().forEach(field -> names.row(field.name()));

    assertThat(
            names(
                names
                    .table()
                    .where(SensitiveAttributes.isRefused(ProfileColumns.NAME.col(), Set.of())),
                ProfileColumns.NAME))
        .isEmpty();
  }

  @Test
  void purchases_tell_what_was_bought_mostly_and_when(SparkSession spark) {
    Dataset<Row> purchases =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                PurchaseSource.PURCHASED_AT,
                PurchaseSource.NET_AMOUNT,
                PurchaseSource.REFUND_OF,
                SharedColumns.CATEGORY,
                PurchaseSource.PRODUCT_LINE,
                SharedColumns.CHANNEL,
                SharedColumns.ARRIVED_AT)
            .row("ann", "2026-02-02T19:00:00Z", "10", null, "tea", null, "app", null)
            .row("ann", "2026-02-03T20:00:00Z", "10", null, "tea", null, " App", null)
            .row("ann", "2026-02-09T05:59:59Z", "0", null, "cups", null, "web", null)
            .row("ann", "2026-02-10T05:00:00Z", "-10", null, "refunded", null, "app", null)
            .row("ann", "2026-02-10T05:00:00Z", "10", "o1", "refunded", null, "app", null)
            .row("ann", "2026-03-02T05:00:00Z", "10", null, "later", null, "app", null)
            .row("ann", "2026-02-02T05:00:00Z", "10", null, "late", null, "app", "2026-03-03")
            .row("bob", "2026-02-01T12:00:00Z", "10", null, null, null, null, null)
            .table();

    assertThat(traits(PurchaseAttributes.traits(purchases, DAY)))
        .containsOnly(
            "ann why main_category [tea]",
            "ann why category [cups, tea]",
            "ann how purchase_channel [app]",
            "ann how purchase_hours [18-24]",
            "ann how purchase_weekday [mon]",
            "bob how purchase_hours [12-18]",
            "bob how purchase_weekday [sun]");
  }

  @Test
  void messages_tell_what_reaches_whom(SparkSession spark) {
    Dataset<Row> messages =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                MessageSource.SENT_AT,
                SharedColumns.CHANNEL,
                SharedColumns.CATEGORY,
                MessageSource.OPENED_AT,
                MessageSource.CLICKED_AT,
                MessageSource.UNSUBSCRIBED_AT)
            .row("ann", "2026-02-01", "email", "tea", "2026-02-02", "2026-03-02", null)
            .row("ann", "2026-02-02", " Email", "tea", null, null, null)
            .row("ann", "2026-02-02", "sms", "cups", "2026-02-02", "2026-02-02", "2026-02-03")
            .row("bob", "2026-02-02", "email", "tea", null, null, null)
            .row("cho", "2026-02-02", null, null, null, null, null)
            .table();
    Set<String> mapped = Set.of("opened_at", "clicked_at", "channel", "category");

    assertThat(traits(ContactAttributes.channels(messages, DAY, mapped)))
        .containsOnly(
            "ann how opens:email [yes]",
            "ann how clicks:email [no]",
            "ann how opens:sms [yes]",
            "ann how clicks:sms [yes]",
            "bob how opens:email [no]",
            "bob how clicks:email [no]");
    assertThat(traits(ContactAttributes.ofClicks(messages, DAY)))
        .containsOnly("ann why clicked_category [cups]", "bob why clicked_category []");
  }

  private static TestRows customers(SparkSession spark) {
    return TestRows.of(
        spark,
        SharedColumns.CUSTOMER_ID,
        CustomerSource.SIGNED_UP_AT,
        CustomerSource.COUNTRY,
        CustomerSource.IS_COMPANY,
        CustomerSource.ATTRIBUTES);
  }

  private static Object map(String... entries) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put(entries[i], entries[i + 1]);
    }
    return map(map);
  }

  private static Object map(Map<String, String> map) {
    return CollectionConverters.asScala(map);
  }

  private static List<String> traits(Dataset<Row> traits) {
    return traits.collectAsList().stream()
        .map(RowReader::new)
        .map(
            row ->
                String.join(
                        " ",
                        row.text(SharedColumns.CUSTOMER_ID).orElseThrow(),
                        row.text(ProfileColumns.FACET).orElseThrow(),
                        row.text(ProfileColumns.ATTRIBUTE).orElseThrow())
                    + " "
                    + sorted(row))
        .toList();
  }

  private static String sorted(RowReader row) {
    List<String> values = row.list(ProfileColumns.VALUES);
    return values.contains("🍵") ? values.toString() : new TreeSet<>(values).toString();
  }

  private static List<String> names(Dataset<Row> rows, Field field) {
    return rows.select(field.col()).distinct().collectAsList().stream()
        .map(row -> new RowReader(row).text(field).orElseThrow())
        .toList();
  }
}
