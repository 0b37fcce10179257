package dev.dangol.experience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.NeedWeightColumns;
import dev.dangol.table.results.VoiceColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.PlainRow;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Searches in vain by what was typed, by hand; the as-of day is 1972-09-27. */
@ExtendWith(SparkExtension.class)
class UnmetTermsTest {
  private static final ExperienceEvents EVENTS = new ExperienceEvents(GivenHistory.DAY);
  private static final List<Field> SEARCH =
      List.of(
          EngagementSource.KNOWN_CUSTOMER_ID,
          EngagementSource.OCCURRED_AT,
          EngagementSource.EVENT,
          SharedColumns.CATEGORY,
          EngagementSource.SEARCH_TERM);
  private static final List<Field> BOUGHT =
      List.of(
          SharedColumns.CUSTOMER_ID,
          PurchaseSource.PURCHASED_AT,
          PurchaseSource.NET_AMOUNT,
          SharedColumns.CATEGORY);

  @Test
  void terms_that_enough_people_typed_are_told_with_those_in_vain(SparkSession spark) {
    Dataset<Row> searches =
        TestRows.of(spark, SEARCH.toArray(Field[]::new))
            .row("ann", "1972-01-01", "search", "tea", "무카페인  차 🍵")
            .row("ann", "1972-02-20", "search", "tea", " 무카페인 차 🍵 ")
            .row("bob", "1972-01-01", "search", null, "무카페인 차 🍵")
            .row("bob", "1972-09-20", "search", null, "too late to say")
            .row("ann", "1972-09-20", "search", null, "too late to say")
            .row("ann", "1972-01-01", "search", null, "GIFT")
            .row("bob", "1972-01-01", "search", null, "gift")
            .row("cho", "1972-01-01", "search", null, "gift")
            .row("cho", "1972-01-01", "search", "tea", "only mine")
            .row("cho", "1972-01-01", "search", "tea", "  ")
            .row("cho", "1972-01-01", "search", "tea", null)
            .row(null, "1972-01-01", "search", "tea", "gift")
            .row("cho", "1972-01-01", "view", "tea", "only mine")
            .row("ann", "1972-01-01", "view", "tea", "only mine")
            .table();
    Dataset<Row> purchases =
        TestRows.of(spark, BOUGHT.toArray(Field[]::new))
            .row("ann", "1972-01-31", "5", "tea")
            .row("bob", "1972-01-05", "5", "cups")
            .row("cho", "1972-02-01", "5", "cups")
            .table();
    TestRows expected =
        TestRows.of(spark, NeedWeightColumns.UNMET_TABLE.fields().toArray(Field[]::new));
    expected
        .row("1972-09-27", "everyone", "all", "all", "gift", 3, 3, 1, 1, 0.333333)
        .row("1972-09-27", "everyone", "all", "all", "무카페인 차 🍵", 3, 2, 1, 1, 0.333333);
    TableAssert.assertThat(UnmetTerms.rows(facts(searches, purchases), GivenHistory.DAY, 2))
        .hasRows(expected.table());
    Dataset<Row> none = UnmetTerms.rows(facts(searches, purchases), GivenHistory.DAY, 4);
    assertThat(none.collectAsList()).isEmpty();
    assertThat(columns(none.schema())).isEqualTo(columns(NeedWeightColumns.UNMET_TABLE.schema()));
  }

  @Test
  void addresses_and_numbers_of_people_are_masked_and_terms_are_short(SparkSession spark) {
    TestRows typed = TestRows.of(spark, SEARCH.toArray(Field[]::new));
    for (String term :
        List.of(
            "iPhone 15 케이스",
            "Kim@Example.com 주문",
            "010-1234-5678",
            "+82 10 1234 5678 배송",
            "계좌 １１０４５６７８９０",
            "가".repeat(90))) {
      typed.row("ann", "1972-01-01", "search", null, term);
    }
    Set<String> told = new TreeSet<>();
    UnmetTerms.rows(facts(typed.table(), noPurchases(spark)), GivenHistory.DAY, 1)
        .collectAsList()
        .forEach(row -> told.add(new PlainRow(row).text(NeedWeightColumns.SEARCH_TERM)));

    assertThat(told)
        .containsExactlyInAnyOrder("iphone 15 케이스", "@ 주문", "#", "# 배송", "계좌 #", "가".repeat(60));
  }

  /** Names and types in their order, by which rows are laid under those by category. */
  private static List<String> columns(StructType schema) {
    return Arrays.stream(schema.fields())
        .map(column -> column.name() + " " + column.dataType().sql())
        .toList();
  }

  private static Dataset<Row> noPurchases(SparkSession spark) {
    return TestRows.of(spark, BOUGHT.toArray(Field[]::new)).table();
  }

  private static FactTable facts(Dataset<Row> searches, Dataset<Row> purchases) {
    TestRows groups =
        TestRows.of(searches.sparkSession(), SharedColumns.CUSTOMER_ID, VoiceColumns.GROUP);
    for (String customer : List.of("ann", "bob", "cho")) {
      groups.row(customer, "everyone:all");
    }
    Dataset<Row> all =
        EVENTS
            .groups(groups.table())
            .unionByName(EVENTS.of(Sources.PURCHASES, filled(Sources.PURCHASES, purchases)))
            .unionByName(EVENTS.of(Sources.ENGAGEMENT, filled(Sources.ENGAGEMENT, searches)));
    return new FactTable(HistoryFold.of(all, GivenHistory.RULES));
  }

  private static Dataset<Row> filled(Source source, Dataset<Row> rows) {
    return TestRows.filled(rows, source.clean().fields());
  }
}
