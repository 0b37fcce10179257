package dev.dangol.features.fold;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Task of one part: the rows of its customers become a row each.
 *
 * @param sources the sources, the one that says whose rows are given first
 * @param families the measures
 * @param asOf the day that is described, in days since 1970
 * @param width how many cells a row has
 */
record FoldTask(List<FoldedSource> sources, List<FoldedFamily> families, int asOf, int width)
    implements Serializable {
  FoldTask {
    sources = List.copyOf(sources);
    families = List.copyOf(families);
  }

  Iterator<InternalRow> fold(List<Iterator<InternalRow>> rows) {
    List<CustomerCursor> cursors = new ArrayList<>();
    for (int place = 0; place < sources.size(); place++) {
      cursors.add(sources.get(place).open(rows.get(place)));
    }
    return new CustomerMerge(
        cursors, families.stream().map(family -> family.open(asOf)).toList(), width);
  }
}
