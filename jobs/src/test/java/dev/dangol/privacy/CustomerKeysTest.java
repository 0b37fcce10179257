package dev.dangol.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.results.CompanyColumns;
import dev.dangol.table.results.ErasureColumns;
import dev.dangol.table.results.Tables;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.ReferralSource;
import dev.dangol.table.sources.Sources;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CustomerKeysTest {
  /** Ids of things, and ids in a row that also has the customer they belong to. */
  private static final Set<String> NOT_HIS =
      Set.of(
          "product_id",
          "order_id",
          "line_id",
          "promotion_id",
          "campaign_id",
          "session_id",
          "event_id",
          "review_id",
          "message_id",
          "case_id",
          "segment_id",
          "external_id",
          "source_id");

  @Test
  void every_column_that_holds_an_id_is_decided_on() {
    Set<String> decided =
        Stream.of(CustomerKeys.OWN, CustomerKeys.NAMED)
            .flatMap(List::stream)
            .map(Field::name)
            .collect(Collectors.toSet());
    decided.addAll(NOT_HIS);
    for (Table table : Tables.all(List.of(30), List.of(90))) {
      for (Field field : table.fields()) {
        if (field.name().endsWith("_id")) {
          assertThat(decided).as(table.name()).contains(field.name());
        }
      }
    }
  }

  @Test
  void a_company_is_what_its_row_is_about_and_the_decision_maker_is_only_named() {
    ErasureTarget target =
        new ErasureTarget(Set.of("c1"), Set.of(), new IdentifierMatcher(Set.of(), Set.of()));
    assertThat(target.keys(CompanyColumns.TABLE)).containsExactly(CompanyColumns.COMPANY_ID);
    assertThat(CustomerKeys.of(CompanyColumns.TABLE, CustomerKeys.NAMED))
        .containsExactly(CompanyColumns.DECISION_MAKER);
    assertThat(CustomerKeys.of(Sources.CUSTOMERS.clean(), CustomerKeys.NAMED))
        .containsExactly(CustomerSource.COMPANY_ID);
  }

  @Test
  void an_id_is_hashed_alike_in_java_and_by_kind() {
    assertThat(ErasureColumns.hash(SharedColumns.CUSTOMER_ID, "c1", "salt"))
        .hasSize(64)
        .isEqualTo(ErasureColumns.hash(ReferralSource.REFERRER_ID, "c1", "salt"))
        .isNotEqualTo(ErasureColumns.hash(EngagementSource.VISITOR_ID, "c1", "salt"))
        .isNotEqualTo(ErasureColumns.hash(SharedColumns.CUSTOMER_ID, "c1", "pepper"));
  }
}
