package dev.dangol.features.fold;

import dev.dangol.table.Field;
import java.io.Serializable;
import java.util.List;

/** Family of measures that are added up row by row, with no query. */
public interface FoldedFamily extends Serializable {
  /** Its measures, in the order in which an accumulator gives them. */
  List<Field> fields();

  /**
   * A new accumulator.
   *
   * @param asOf the day that is described, in days since 1970
   */
  CustomerAccumulator open(int asOf);
}
