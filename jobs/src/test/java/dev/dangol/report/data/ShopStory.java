package dev.dangol.report.data;

import dev.dangol.testing.TestDay;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * Story of the shop of five customers. It is read once, since a page asks many queries; a test
 * replaces the parts that it is about.
 */
public final class ShopStory {
  private static final Map<String, ReportStory> STORIES = new HashMap<>();

  private ShopStory() {}

  public static ReportOptions options(String language) {
    return new ReportOptions(TestDay.of("2026-01-31"), language, "KRW", List.of(30, 90, 365));
  }

  /** The story as {@link ShopTables#full} tells it. */
  public static ReportStory full(SparkSession spark) {
    return STORIES.computeIfAbsent(
        "full", five -> ReportStory.read(ShopTables.full(spark), options("en")));
  }

  /** The story of a shop without any table. */
  public static ReportStory empty(SparkSession spark) {
    return STORIES.computeIfAbsent(
        "empty", nobody -> ReportStory.read(ShopTables.empty(spark), options("en")));
  }

  /**
   * The same story with other figures.
   *
   * @param parts the figures, by the name of a part of {@link ReportStory}
   */
  public static ReportStory with(ReportStory story, Map<String, Object> parts) {
    RecordComponent[] components = ReportStory.class.getRecordComponents();
    List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
    if (!names.containsAll(parts.keySet())) {
      throw new IllegalArgumentException("No such parts: " + parts.keySet());
    }
    try {
      Object[] values = new Object[components.length];
      for (int place = 0; place < components.length; place++) {
        Object told = components[place].getAccessor().invoke(story);
        values[place] = parts.getOrDefault(names.get(place), told);
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return ReportStory.class.getConstructor(types).newInstance(values);
    } catch (NoSuchMethodException
        | IllegalAccessException
        | InstantiationException
        | InvocationTargetException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
