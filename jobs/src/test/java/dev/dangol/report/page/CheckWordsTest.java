package dev.dangol.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.report.data.CheckLine;
import dev.dangol.report.data.ReportStory;
import dev.dangol.report.data.ShopStory;
import dev.dangol.testing.SparkExtension;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sentences of the page on checks, beside their table. */
@ExtendWith(SparkExtension.class)
class CheckWordsTest {
  @Test
  void purchases_taken_for_mistakes_are_reported(SparkSession spark) {
    ReportStory.DataQuality quality = ShopStory.full(spark).quality();
    CheckLine line =
        new CheckLine(
            "purchases.outlier_day_rows",
            OptionalDouble.of(1),
            OptionalDouble.of(0),
            CheckLine.CheckResult.FAILED);
    Map<String, Object> mistaken =
        Map.of("quality", new ReportStory.DataQuality(quality.rejections(), List.of(line)));

    assertThat(ShopPages.page(spark, "en")).doesNotContain("Left out as a mistake");
    assertThat(ShopPages.page(spark, "en", mistaken))
        .contains("Left out as a mistake: 1 row of the source purchases, dated more than a year");
    assertThat(ShopPages.page(spark, "ko", mistaken)).contains("직전 구매일보다 1년 넘게 뒤인 구매 데이터 1");
  }
}
