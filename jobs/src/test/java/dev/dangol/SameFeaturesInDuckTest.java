package dev.dangol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.bench.BenchShop;
import dev.dangol.bench.EngineComparison;
import dev.dangol.testing.SparkExtension;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The features of the benchmark's shop, by the jobs and by DuckDB over the same clean files. Its
 * SQL was written by hand from their definitions.
 */
@ExtendWith(SparkExtension.class)
class SameFeaturesInDuckTest {
  @TempDir private Path folder;

  @Test
  @Tag("slow")
  void three_hundred_customers_have_the_same_features(SparkSession spark) throws SQLException {
    EngineComparison found = compared(spark, 300);
    assertThat(found.different()).as(found.summary()).isEmpty();
    assertThat(found.differing()).as(found.summary()).hasSizeGreaterThan(160);
    assertThat(found.customers()).isEqualTo(300);
  }

  /** Takes some minutes. */
  @Test
  @Tag("slow")
  void ten_thousand_customers_have_the_same_features(SparkSession spark) throws SQLException {
    EngineComparison found = compared(spark, 10_000);
    System.out.println(found.summary());
    assertThat(found.different()).as(found.summary()).isEmpty();
    assertThat(found.customers()).isEqualTo(10_000);
  }

  private EngineComparison compared(SparkSession spark, int customers) throws SQLException {
    new BenchShop(customers).write(spark, folder);
    for (String job : List.of("ingest", "features")) {
      CommandOutput output =
          CommandOutput.by(job, "--config", folder.resolve("bench.conf").toString());
      assertThat(output.code()).as(output.err()).isZero();
    }
    return EngineComparison.of(folder.resolve("warehouse"));
  }
}
