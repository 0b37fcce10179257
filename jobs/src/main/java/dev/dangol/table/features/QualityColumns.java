package dev.dangol.table.features;

import dev.dangol.table.Field;
import java.util.List;

/** Columns of {@code customer_features} from which the quality scores can be worked out by hand. */
public final class QualityColumns {
  /** The parts of each quality, in the order of the qualities. */
  public static final List<Field> PARTS =
      FeatureColumns.QUALITIES.stream().map(QualityColumns::parts).toList();

  private QualityColumns() {}

  /** The parts of a quality. */
  public static Field parts(Field quality) {
    return Field.numbers(
        quality.name() + "_parts",
        "What "
            + quality.name()
            + " is made from: by feature its percentile rank, 0 to 100, reversed where its weight"
            + " is negative; features that could not be measured are left out.");
  }
}
