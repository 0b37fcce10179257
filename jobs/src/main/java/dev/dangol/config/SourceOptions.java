package dev.dangol.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Optional settings of a source beyond its columns.
 *
 * @param customerKey the kind of key in its customer columns
 * @param events canonical event by raw event name, for engagement
 * @param watermark the raw column that only grows, by which new rows are found; empty for none
 * @param maxRejectedShare its own bound on rejected rows; empty for the one of all sources
 */
public record SourceOptions(
    CustomerKey customerKey,
    Map<String, String> events,
    Optional<String> watermark,
    OptionalDouble maxRejectedShare) {
  public static final SourceOptions NONE =
      new SourceOptions(CustomerKey.ID, Map.of(), Optional.empty(), OptionalDouble.empty());

  public SourceOptions {
    events = Collections.unmodifiableMap(new LinkedHashMap<>(events));
  }

  /** Kind of key in a customer column. */
  public enum CustomerKey {
    /** The business's own id. */
    ID,
    /** An e-mail address. */
    EMAIL,
    /** A phone number. */
    PHONE,
    /** The id of another system, as in {@code customers.external_id}. */
    EXTERNAL_ID;

    /** The word in the configuration. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
