package dev.dangol.config;

import dev.dangol.privacy.SensitiveAttributes;
import dev.dangol.sql.SqlNames;
import dev.dangol.table.Field;
import dev.dangol.table.results.CustomerColumns;
import dev.dangol.table.results.JourneyAttributeColumns;
import dev.dangol.table.results.ProfileFitColumns;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.Sources;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of the attributes of customers, as far as {@code sources.customers.columns.attributes}
 * writes them out, and of letters, digits and underscores. Rules name them as columns; whatever
 * other attributes records hold, and those whose name is that of another column, they look up in
 * {@code attributes}.
 *
 * @param columns those that are columns
 * @param refused those that are sensitive
 */
public record AttributeNames(List<String> columns, List<String> refused) {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_]+");

  public AttributeNames {
    columns = List.copyOf(columns);
    refused = List.copyOf(refused);
  }

  /** Those of the settings, without the names of other columns. */
  public static AttributeNames of(Settings settings) {
    Set<String> taken = new HashSet<>(taken(settings.features(), settings.value().horizons()));
    settings.journey().goals().stream()
        .flatMap(goal -> JourneyAttributeColumns.all(goal.name()).stream())
        .forEach(field -> taken.add(field.name()));
    taken.addAll(ProfileFitColumns.names(settings.scorecard().profiles().keySet()));
    Set<String> allowed = settings.profiles().sensitiveAllowed();
    List<String> columns = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (String name : written(settings.sources(), taken)) {
      (SensitiveAttributes.isRefused(name, allowed) ? refused : columns).add(name);
    }
    return new AttributeNames(columns, refused);
  }

  /**
   * The keys that {@code attributes} can have, where the settings write all of them out; empty
   * where they are whatever the records hold.
   */
  public static Optional<List<String>> keys(Settings settings) {
    List<String> moved = CustomerContacts.MOVED_ATTRIBUTES.stream().map(Field::name).toList();
    return expression(settings.sources())
        .filter(SqlNames::writesEveryKey)
        .map(SqlNames::writtenKeys)
        .map(keys -> keys.stream().map(AttributeNames::normal).toList())
        .map(keys -> keys.stream().filter(key -> !moved.contains(key)).toList());
  }

  /** The names of other columns, as far as they are known before journeys and profiles are read. */
  static Set<String> taken(FeatureSettings features, List<Integer> horizons) {
    Set<String> taken = new HashSet<>(CustomerColumns.taken(features.windows(), horizons));
    taken.addAll(CustomFeature.columns(features.custom()));
    return taken;
  }

  /** The attributes that the source customers writes out, sensitive or not, each once. */
  static List<String> written(Map<String, SourceSettings> sources, Collection<String> taken) {
    Set<String> others = new HashSet<>(taken);
    return expression(sources).map(SqlNames::writtenKeys).orElse(List.of()).stream()
        .map(AttributeNames::normal)
        .filter(name -> PLAIN.matcher(name).matches())
        .filter(name -> others.add(name.toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** A name as clean tables hold it. */
  private static String normal(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  private static Optional<String> expression(Map<String, SourceSettings> sources) {
    return Optional.ofNullable(sources.get(Sources.CUSTOMERS.name()))
        .map(source -> source.columns().get(CustomerSource.ATTRIBUTES.name()));
  }
}
