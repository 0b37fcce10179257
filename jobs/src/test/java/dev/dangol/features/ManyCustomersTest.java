package dev.dangol.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.sources.Source;
import dev.dangol.testing.SparkExtension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two hundred customers on five days: the first months, both changes of the clock, the end. */
@Tag("slow")
@ExtendWith(SparkExtension.class)
class ManyCustomersTest {
  private static final String ZONE_KEY = "spark.sql.session.timeZone";
  private static final int CUSTOMERS = 200;

  @BeforeAll
  static void open(SparkSession spark) {
    spark.conf().set(ZONE_KEY, GeneratedShop.ZONE.getId());
  }

  @AfterAll
  static void restore(SparkSession spark) {
    spark.conf().set(ZONE_KEY, "UTC");
  }

  @Test
  void every_feature_is_what_its_column_says_on_every_day(SparkSession spark) {
    Map<Source, Dataset<Row>> shop = GeneratedShop.open(spark, CUSTOMERS);
    List<String> differences = new ArrayList<>();
    for (LocalDate day : GeneratedShop.DAYS) {
      List<Row> rows = ComparedFeatures.features(shop, day);
      NaiveShop naive = new NaiveShop(shop, day, ComparedFeatures.settings(day));
      ComparedFeatures.differences(rows, naive.features())
          .forEach(difference -> differences.add(day + ": " + difference));
    }
    assertThat(differences).isEmpty();
  }
}
