package dev.dangol.store;

import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import java.util.Map;
import java.util.Optional;

/**
 * Slice of a table that a write replaces.
 *
 * @param kind how much of the table
 * @param day the day, where only one is replaced
 * @param job the job, where only its rows of the day are replaced
 */
record ReplacedSlice(SliceKind kind, Optional<String> day, Optional<String> job) {

  static ReplacedSlice nothing() {
    return new ReplacedSlice(SliceKind.NOTHING, Optional.empty(), Optional.empty());
  }

  static ReplacedSlice everything() {
    return new ReplacedSlice(SliceKind.EVERYTHING, Optional.empty(), Optional.empty());
  }

  static ReplacedSlice of(AsOf asOf) {
    return new ReplacedSlice(SliceKind.DAY, Optional.of(asOf.day().toString()), Optional.empty());
  }

  /** The rows of a day that one job wrote, or that no job is noted for. */
  static ReplacedSlice of(AsOf asOf, String job) {
    return new ReplacedSlice(SliceKind.DAY, Optional.of(asOf.day().toString()), Optional.of(job));
  }

  /** True where rows are only added. */
  boolean adds() {
    return kind == SliceKind.NOTHING;
  }

  /** True for a file whose rows go. */
  boolean covers(Map<String, String> partitionValues) {
    return switch (kind) {
      case NOTHING -> false;
      case EVERYTHING -> true;
      case DAY -> isOfDay(partitionValues) && isOfJob(partitionValues);
    };
  }

  /** True for a file whose rows may come in their place. */
  boolean admits(Map<String, String> partitionValues) {
    return kind != SliceKind.DAY || covers(partitionValues);
  }

  /** The slice as a condition of SQL; empty where it is not a part of the table. */
  Optional<String> condition() {
    String owner = SharedColumns.OWNING_JOB.name();
    return day.map(
        only ->
            SharedColumns.AS_OF.name()
                + " = '"
                + only
                + "'"
                + job.map(name -> " AND (" + owner + " = '" + name + "' OR " + owner + " IS NULL)")
                    .orElse(""));
  }

  private boolean isOfDay(Map<String, String> values) {
    return day.equals(Optional.ofNullable(values.get(SharedColumns.AS_OF.name())));
  }

  private boolean isOfJob(Map<String, String> values) {
    String owner = values.get(SharedColumns.OWNING_JOB.name());
    return job.isEmpty() || owner == null || job.get().equals(owner);
  }

  /** Extent of a slice. */
  enum SliceKind {
    NOTHING,
    DAY,
    EVERYTHING
  }
}
