package dev.dangol.report.page;

import dev.dangol.report.data.ReportStory;
import dev.dangol.report.data.ShopStory;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Pages of the shop of five customers, whose story is read once. */
public final class ShopPages {
  private ShopPages() {}

  public static String page(SparkSession spark, String language) {
    return page(spark, language, Map.of());
  }

  /**
   * The page of the shop with other figures.
   *
   * @param parts the figures, by the name of a part of {@link ReportStory}
   */
  public static String page(SparkSession spark, String language, Map<String, Object> parts) {
    ReportStory story = ShopStory.with(ShopStory.full(spark), parts);
    return PageTemplate.html(PageView.of(story, ShopStory.options(language)));
  }
}
