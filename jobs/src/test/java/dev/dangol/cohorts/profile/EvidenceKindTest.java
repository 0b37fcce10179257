package dev.dangol.cohorts.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.results.EvidenceKind;
import dev.dangol.table.results.ProfileColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class EvidenceKindTest {
  @Test
  void columns_and_plain_texts_name_the_same_kind_of_evidence(SparkSession spark) {
    Map<List<String>, String> meant = new HashMap<>();
    meant.put(List.of("main_category", "tea"), "transaction");
    meant.put(List.of("cadence", "month"), "transaction");
    meant.put(List.of("quality_pay", "high"), "transaction");
    meant.put(List.of("viewed_category", "tea"), "behaviour");
    meant.put(List.of("opens:카카오", "yes"), "behaviour");
    meant.put(List.of("unsubscribes:email", "no"), "behaviour");
    meant.put(List.of("rating", "low"), "review");
    meant.put(List.of("complains_of", "delivery"), "review");
    meant.put(List.of("support_theme", "refund"), "case");
    meant.put(List.of("bad_experience", "low_rating"), "review");
    meant.put(List.of("bad_experience", "late_delivery"), "transaction");
    meant.put(List.of("bad_experience", "missed_reply"), "case");
    meant.put(List.of("age_band", "30s"), "record");
    meant.put(List.of("opens", "yes"), "record");
    TestRows rows = TestRows.of(spark, ProfileColumns.ATTRIBUTE, ProfileColumns.VALUE);
    meant.keySet().forEach(key -> rows.row(key.get(0), key.get(1)));

    Map<List<String>, String> found = new HashMap<>();
    for (Row row :
        rows.table()
            .withColumn(
                ProfileColumns.EVIDENCE.name(),
                EvidenceKind.of(ProfileColumns.ATTRIBUTE.col(), ProfileColumns.VALUE.col()))
            .collectAsList()) {
      found.put(List.of(row.getString(0), row.getString(1)), row.getString(2));
    }

    assertThat(found).isEqualTo(meant);
    meant.forEach(
        (key, kind) ->
            assertThat(EvidenceKind.of(key.get(0), key.get(1)).word())
                .as(key.toString())
                .isEqualTo(kind));
  }
}
