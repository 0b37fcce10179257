package dev.dangol.job.forget;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dangol.privacy.ErasureTarget;
import dev.dangol.store.LedgerEntry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Receipt of an erasure: counts of what was erased, without the customers' ids.
 *
 * @param run the run's id
 * @param at when it was done
 * @param given how many ids were given
 * @param unknown how many of them are in no table
 * @param ids how many ids the customers have in all, visitors included
 * @param rows rows deleted, by table
 * @param cells rows of others in which a cell was emptied, by table
 * @param files data files removed, by table
 * @param versions the Delta version of each table since
 * @param exports exported files that lost rows, were removed, or name removals
 * @param pages pages of the report that were deleted since they named an erased customer
 */
public record ErasureReceipt(
    String run,
    Instant at,
    long given,
    long unknown,
    long ids,
    Map<String, Long> rows,
    Map<String, Long> cells,
    Map<String, Long> files,
    Map<String, Long> versions,
    long exports,
    long pages) {

  public ErasureReceipt {
    rows = Map.copyOf(rows);
    cells = Map.copyOf(cells);
    files = Map.copyOf(files);
    versions = Map.copyOf(versions);
  }

  /** The counts before anything is erased. */
  static ErasureReceipt of(Set<String> given, ErasureFindings findings) {
    ErasureTarget trace = findings.trace();
    return new ErasureReceipt(
        "",
        Instant.EPOCH,
        given.size(),
        findings.unknown(given),
        (long) trace.customers().size() + trace.visitors().size(),
        findings.rows(),
        findings.cells(),
        Map.of(),
        Map.of(),
        0,
        0);
  }

  /** The same receipt once exported files are done. */
  ErasureReceipt withExports(long changed) {
    return new ErasureReceipt(
        run, at, given, unknown, ids, rows, cells, files, versions, changed, pages);
  }

  /** The same receipt once the erasure is done. */
  ErasureReceipt after(LedgerEntry entry, Map<String, Long> removed, long deletedPages) {
    return new ErasureReceipt(
        entry.stamp().run(),
        entry.outcome().started(),
        given,
        unknown,
        ids,
        rows,
        cells,
        removed,
        entry.outcome().versions(),
        exports,
        deletedPages);
  }

  /** The name of its file among the receipts. */
  public String file() {
    return "forget-" + at.toString().replace(':', '-') + ".json";
  }

  /** Rows deleted in all. */
  public long allRows() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Data files removed in all. */
  public long allFiles() {
    return files.values().stream().mapToLong(Long::longValue).sum();
  }

  /** As one JSON object. */
  public String json() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("run", run);
    facts.put("at", at.toString());
    facts.put("customers_given", given);
    facts.put("not_in_the_warehouse", unknown);
    facts.put("ids_erased", ids);
    facts.put("rows_deleted", new TreeMap<>(rows));
    facts.put("cells_emptied", new TreeMap<>(cells));
    facts.put("files_removed", new TreeMap<>(files));
    facts.put("table_versions", new TreeMap<>(versions));
    facts.put("exported_files_changed", exports);
    facts.put("report_pages_deleted", pages);
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(facts) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
