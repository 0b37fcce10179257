package dev.dangol.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureTable;
import dev.dangol.testing.SparkExtension;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Features asked for by name, against a plain computation of what each column means. */
@ExtendWith(SparkExtension.class)
class NamedFeaturesTest {
  private static final String ZONE_KEY = "spark.sql.session.timeZone";
  private static final Set<String> NAMED =
      Set.of("dangol_index", "reciprocity", "days_to_first_order", "verified_share", "opens_30d");

  @BeforeAll
  static void open(SparkSession spark) {
    spark.conf().set(ZONE_KEY, GeneratedShop.ZONE.getId());
  }

  @AfterAll
  static void restore(SparkSession spark) {
    spark.conf().set(ZONE_KEY, "UTC");
  }

  @Test
  void they_are_what_their_columns_say_and_no_others_are_there(SparkSession spark) {
    var shop = GeneratedShop.open(spark);
    var given = ComparedFeatures.settings(GeneratedShop.MIDDLE);
    NamedFeatures named = NamedFeatures.of(NAMED, given.settings());
    List<Row> rows = ComparedFeatures.features(shop, GeneratedShop.MIDDLE, named);
    List<String> columns = List.of(rows.get(0).schema().fieldNames());
    List<Field> fields =
        FeatureTable.of(GeneratedShop.WINDOWS).fields().stream()
            .filter(field -> columns.contains(field.name()))
            .toList();
    assertThat(columns).containsAll(NAMED).contains("quality_refer", "rfm_group", "frequency");
    assertThat(columns).doesNotContain("silent_leaver", "satisfaction_gap", "opens_115d");
    assertThat(
            ComparedFeatures.differences(
                rows, new NaiveShop(shop, GeneratedShop.MIDDLE, given).features(), fields))
        .isEmpty();
  }

  @Test
  void whatever_is_made_of_too_many_others_asks_for_all() {
    var settings = GeneratedShop.settings().settings();
    for (String name : List.of("segment_id", "distance", "loyalty_type", "potential_score")) {
      assertThat(NamedFeatures.of(Set.of(name, "frequency"), settings).all()).as(name).isTrue();
    }
    assertThat(NamedFeatures.of(Set.of("frequency"), settings).all()).isFalse();
  }
}
