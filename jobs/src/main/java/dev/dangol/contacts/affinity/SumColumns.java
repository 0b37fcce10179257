package dev.dangol.contacts.affinity;

import dev.dangol.table.Field;
import dev.dangol.table.results.AffinityColumns;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Columns of sums by group and value on their way to the driver; never stored. */
final class SumColumns {
  private static final int COUNT = 10;

  static final Field GROUPS = Field.list("_groups", "The groups of a customer: kind:name.");
  static final Field GROUP = Field.text("_group", "A group: kind:name.").asRequired();
  static final Field FACET = Field.text("_facet", "A facet.").asRequired();
  static final Field VALUE = Field.text("_value", "One of its values; null for all of them.");

  /** The sums of {@link ResponseSums}, in order. */
  static final List<Field> SUMS =
      IntStream.range(0, COUNT)
          .mapToObj(place -> Field.count("_sum_" + place, "A sum over customers."))
          .toList();

  /** All of them, in order. */
  static final List<Field> ALL =
      Stream.concat(Stream.of(GROUP, FACET, VALUE), SUMS.stream()).toList();

  /** The group over everyone. */
  static final String EVERYONE = AffinityColumns.EVERYONE + ":all";

  private SumColumns() {}
}
