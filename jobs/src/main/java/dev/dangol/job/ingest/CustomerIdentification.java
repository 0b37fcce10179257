package dev.dangol.job.ingest;

import static org.apache.spark.sql.functions.count_if;

import dev.dangol.config.IdentitySettings;
import dev.dangol.ingest.identity.AlternatingStars;
import dev.dangol.ingest.identity.ConnectedComponents;
import dev.dangol.ingest.identity.CustomerAssignments;
import dev.dangol.ingest.identity.CustomerRenames;
import dev.dangol.ingest.identity.IdentityRows;
import dev.dangol.ingest.identity.KnownVisitors;
import dev.dangol.ingest.identity.LinkColumns;
import dev.dangol.ingest.identity.SharedKeys;
import dev.dangol.ingest.identity.SourceKeys;
import dev.dangol.store.Lake;
import dev.dangol.store.RowCounters;
import dev.dangol.table.AsOf;
import dev.dangol.table.Table;
import dev.dangol.table.results.IdentityColumns;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Resolves customer identities across sources. Ids that share an e-mail, a phone number or an
 * external id, over any number of hops, are linked, and the customer of each key is written. Data
 * without shared keys cost one pass. Intermediate results may go to the executors' disks, never to
 * the driver.
 */
final class CustomerIdentification {
  private static final String MOVED = "moved";

  private final Lake lake;
  private final IdentitySettings settings;
  private final AsOf asOf;
  private final List<Dataset<Row>> kept = new ArrayList<>();
  private IdentityConflicts leftApart = new IdentityConflicts(0, 0);

  CustomerIdentification(Lake lake, IdentitySettings settings, AsOf asOf) {
    this.lake = lake;
    this.settings = settings;
    this.asOf = asOf;
  }

  /**
   * Writes the table of identities.
   *
   * @param accepted the accepted rows of each source, with their canonical columns
   */
  void write(Map<Source, Dataset<Row>> accepted) {
    Table table = IdentityColumns.CUSTOMER_IDENTITY;
    try {
      lake.replaceAll(table, rows(accepted, lake.read(table)));
    } finally {
      release();
    }
  }

  /** The ids that belong to a customer of another id, once the table is written. */
  Dataset<Row> renames() {
    return CustomerRenames.of(lake.read(IdentityColumns.CUSTOMER_IDENTITY));
  }

  /** The conflicts that were left apart, once the table is written. */
  IdentityConflicts leftApart() {
    return leftApart;
  }

  /** The new rows of the table of identities, given those that the last run left. */
  Dataset<Row> rows(Map<Source, Dataset<Row>> accepted, Dataset<Row> previous) {
    Dataset<Row> keys = keep(keys(accepted));
    Optional<Dataset<Row>> customers = Optional.ofNullable(accepted.get(Sources.CUSTOMERS));
    Dataset<Row> shared = keep(SharedKeys.of(customers, keys, settings));
    if (shared.isEmpty()) {
      Dataset<Row> nobody = CustomerAssignments.overusedKeys(shared, settings);
      return IdentityRows.of(knownKeys(accepted, keys), nobody, previous, asOf);
    }
    Optional<Dataset<Row>> named = renames(shared, previous);
    Dataset<Row> assigned =
        named
            .map(linked -> CustomerAssignments.of(shared, linked, settings))
            .orElseGet(() -> CustomerAssignments.overusedKeys(shared, settings));
    leftApart =
        new IdentityConflicts(
            named.map(ConnectedComponents::leftApart).map(Dataset::count).orElse(0L),
            SharedKeys.leftApart(shared, settings).count());
    return IdentityRows.of(knownKeys(accepted, keys), assigned, previous, asOf);
  }

  /** Releases the rows that were cached while the table was made. */
  void release() {
    kept.forEach(Dataset::unpersist);
    kept.clear();
  }

  private Dataset<Row> keep(Dataset<Row> rows) {
    kept.add(rows.persist(StorageLevel.MEMORY_AND_DISK()));
    return rows;
  }

  private static Dataset<Row> keys(Map<Source, Dataset<Row>> accepted) {
    return accepted.entrySet().stream()
        .filter(entry -> !SourceKeys.columns(entry.getKey()).isEmpty())
        .map(entry -> SourceKeys.of(entry.getKey(), entry.getValue()))
        .reduce(Dataset::union)
        .orElseThrow()
        .distinct();
  }

  private static Dataset<Row> knownKeys(Map<Source, Dataset<Row>> accepted, Dataset<Row> keys) {
    Dataset<Row> known = IdentityRows.fromKeys(keys);
    return Optional.ofNullable(accepted.get(Sources.ENGAGEMENT))
        .map(events -> known.unionByName(KnownVisitors.firstCustomers(events)))
        .orElse(known);
  }

  /** The linked ids with their customers; empty where no key links any. */
  private Optional<Dataset<Row>> renames(Dataset<Row> shared, Dataset<Row> previous) {
    Dataset<Row> links = AlternatingStars.of(shared, settings).localCheckpoint();
    if (links.isEmpty()) {
      return Optional.empty();
    }
    // Each round begins from rows, not from a plan that holds all rounds before it.
    RowCounters tally;
    do {
      tally = new RowCounters();
      Column moved = count_if(LinkColumns.MOVED.col()).as(MOVED);
      links = tally.on(AlternatingStars.round(links), moved).localCheckpoint();
    } while (tally.count(MOVED) > 0);
    Dataset<Row> checked =
        ConnectedComponents.withConflicts(links, shared, settings).localCheckpoint();
    return Optional.of(ConnectedComponents.withCustomerIds(checked, previous).localCheckpoint());
  }

  /**
   * Conflicts of identities: ids that looked wrong and were not joined.
   *
   * @param components groups of ids that were linked, with too many ids or different external ids
   * @param keys e-mails, phone numbers and external ids that too many ids carry
   */
  record IdentityConflicts(long components, long keys) {}
}
