package dev.dangol.ingest;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import dev.dangol.privacy.TextNormalizer;
import dev.dangol.table.sources.EngagementSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;

/**
 * Maps a source's event names to canonical ones.
 *
 * @param renamed canonical event by raw name; the case of letters does not matter
 */
record EventNames(Map<String, String> renamed) {

  /** The canonical name of a raw one that has no blanks around it. */
  Column canonical(Column raw) {
    Column name = TextNormalizer.lower(raw);
    Column found = when(lit(false), name);
    for (Map.Entry<String, String> entry : renamed.entrySet()) {
      found = found.when(name.equalTo(TextNormalizer.plain(entry.getKey())), entry.getValue());
    }
    return found.otherwise(name);
  }

  /** True for a name that neither the business nor Dangol knows. */
  Column isUnknown(Column name) {
    Set<Object> known = new HashSet<>(EngagementSource.KNOWN_EVENTS);
    known.addAll(renamed.values());
    return not(name.isInCollection(known));
  }
}
