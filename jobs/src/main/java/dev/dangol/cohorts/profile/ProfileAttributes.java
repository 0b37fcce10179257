package dev.dangol.cohorts.profile;

import dev.dangol.config.Settings;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Profile attributes of customers, in words: their records, interests, channels and experiences.
 */
public final class ProfileAttributes {
  private ProfileAttributes() {}

  /**
   * One row per customer and attribute that is known of them, with their values of it: several of
   * some attributes, and none where it is known that they have none. Sensitive attributes are left
   * out.
   *
   * @param clean the rows of each configured source
   * @param features one row per customer
   */
  public static Dataset<Row> of(
      Map<Source, Dataset<Row>> clean, Dataset<Row> features, AsOf asOf, Settings settings) {
    List<Dataset<Row>> parts = new ArrayList<>();
    parts.add(FeatureAttributes.traits(features, settings));
    Dataset<Row> customers = clean.get(Sources.CUSTOMERS);
    if (customers != null) {
      parts.add(RecordAttributes.traits(customers, asOf, settings.profiles().sensitiveAllowed()));
    }
    if (clean.containsKey(Sources.PURCHASES)) {
      parts.add(PurchaseAttributes.traits(clean.get(Sources.PURCHASES), asOf));
    }
    if (clean.containsKey(Sources.ENGAGEMENT)) {
      parts.add(PurchaseAttributes.ofEngagement(clean.get(Sources.ENGAGEMENT), asOf));
    }
    if (clean.containsKey(Sources.MESSAGES)) {
      parts.addAll(messages(clean.get(Sources.MESSAGES), asOf, settings));
    }
    if (has(settings, Sources.SUPPORT, SupportSource.THEME) && clean.containsKey(Sources.SUPPORT)) {
      parts.add(ContactAttributes.themes(clean.get(Sources.SUPPORT), asOf));
    }
    return parts.stream().reduce(Dataset::unionByName).orElseThrow();
  }

  /**
   * Attributes from customer records alone, in the same rows: also of people who have not bought.
   */
  public static Dataset<Row> fromRecords(Dataset<Row> customers, AsOf asOf, Set<String> allowed) {
    return RecordAttributes.traits(customers, asOf, allowed);
  }

  /** The names of attributes that are left out as sensitive, each once. */
  public static Dataset<Row> sensitiveAttributes(
      Dataset<Row> customers, AsOf asOf, Set<String> allowed) {
    return RecordAttributes.sensitiveAttributes(customers, asOf, allowed);
  }

  private static List<Dataset<Row>> messages(Dataset<Row> messages, AsOf asOf, Settings settings) {
    Set<String> mapped = attributeNames(settings, Sources.MESSAGES);
    List<Dataset<Row>> parts = new ArrayList<>();
    if (mapped.contains(SharedColumns.CHANNEL.name())) {
      parts.add(ContactAttributes.channels(messages, asOf, mapped));
    }
    if (mapped.containsAll(
        Set.of(SharedColumns.CATEGORY.name(), MessageSource.CLICKED_AT.name()))) {
      parts.add(ContactAttributes.ofClicks(messages, asOf));
    }
    return parts;
  }

  private static boolean has(Settings settings, Source source, Field field) {
    return attributeNames(settings, source).contains(field.name());
  }

  private static Set<String> attributeNames(Settings settings, Source source) {
    return settings.has(source.name())
        ? settings.sources().get(source.name()).columns().keySet()
        : Set.of();
  }
}
