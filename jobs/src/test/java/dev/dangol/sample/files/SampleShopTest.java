package dev.dangol.sample.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dangol.problem.BadSetting;
import dev.dangol.sample.people.SampleSize;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class SampleShopTest {
  private static final SampleSize SIZE = new SampleSize(300, 7);

  @Test
  void the_same_seed_gives_the_same_rows_however_the_work_is_divided(SparkSession spark) {
    for (RawTable table : SampleShop.tables(SIZE)) {
      TableAssert.assertThat(rows(spark, table, 1)).isEqualTo(rows(spark, table, 5));
    }
  }

  @Test
  void what_was_in_the_folders_is_replaced(SparkSession spark, @TempDir Path folder)
      throws IOException {
    RawTable truth = new GroundTruth(new ShopPopulation(SIZE));
    Path left = folder.resolve(truth.name()).resolve("part-of-another-shop.parquet");
    Files.createDirectories(left.getParent());
    Files.writeString(left, "not even Parquet");
    SampleShop.write(spark, folder.toString(), SIZE);
    TableAssert.assertThat(spark.read().parquet(left.getParent().toString()))
        .isEqualTo(rows(spark, truth, 1));
  }

  @Test
  void another_seed_gives_another_shop() {
    List<RawTable> tables = SampleShop.tables(SIZE);
    List<RawTable> others = SampleShop.tables(new SampleSize(SIZE.customers(), 8));
    for (int i = 0; i < tables.size(); i++) {
      assertThat(AllShoppers.rows(tables.get(i), SIZE).toList())
          .isNotEmpty()
          .isNotEqualTo(
              AllShoppers.rows(others.get(i), new SampleSize(SIZE.customers(), 8)).toList());
    }
  }

  @Test
  void rows_come_customer_by_customer_so_that_a_shop_of_any_size_starts_at_once() {
    SampleSize huge = new SampleSize(1_000_000_000_000L, 7);
    Iterator<Row> rows =
        AllShoppers.rows(new GroundTruth(new ShopPopulation(huge)), huge).iterator();
    assertThat(rows.next().getString(0)).isEqualTo("C0000000");
    assertThat(rows.next().getString(0)).isEqualTo("C0000001");
  }

  @Test
  void a_shop_of_a_few_people_is_refused() {
    assertThatThrownBy(() -> new SampleSize(99, 7))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("at least 100 customers, not 99");
  }

  private static Dataset<Row> rows(SparkSession spark, RawTable table, int partitions) {
    return SampleShop.rows(
        spark.range(0, SIZE.customers(), 1, partitions), table, new ShopPopulation(SIZE));
  }
}
