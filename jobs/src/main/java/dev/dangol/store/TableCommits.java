package dev.dangol.store;

import dev.dangol.problem.EnvironmentFailure;
import dev.dangol.table.Field;
import dev.dangol.table.Table;
import io.delta.kernel.Operation;
import io.delta.kernel.Snapshot;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.internal.TransactionImpl;
import io.delta.kernel.internal.actions.Format;
import io.delta.kernel.internal.actions.Metadata;
import io.delta.kernel.internal.actions.Protocol;
import io.delta.kernel.internal.commit.DefaultFileSystemManagedTableOnlyCommitter;
import io.delta.kernel.internal.types.DataTypeJsonSerDe;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.internal.util.VectorUtils;
import io.delta.kernel.transaction.UpdateTableTransactionBuilder;
import io.delta.kernel.types.StringType;
import io.delta.kernel.utils.CloseableIterable;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits of files to tables, through Delta Kernel: each writes the one entry that names the files.
 * A commit says which version it follows. Where somebody else was quicker, the log is read again:
 * the commit follows theirs if they left the slice that it replaces alone, and fails otherwise.
 * Where the answer was lost, the log says whether the commit is there.
 *
 * <p>Source: Delta Transaction Log Protocol, "Delta Log Entries" and "Actions".
 */
final class TableCommits {
  private static final Logger LOG = LoggerFactory.getLogger(TableCommits.class);
  private static final int ATTEMPTS = 5;
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "delta.checkpointInterval", "50",
          // Statistics of columns would keep the least and greatest e-mail in the log.
          "delta.dataSkippingNumIndexedCols", "0");

  private final StoreFolder root;
  private final TableVersions versions;
  private final Clock clock = Clock.systemUTC();

  TableCommits(StoreFolder root, TableVersions versions) {
    this.root = root;
    this.versions = versions;
  }

  /** Makes a table; its first version is empty, so that a run that died can be rolled back. */
  TableVersion create(Table table, CommitNote note) {
    TransactionImpl transaction =
        new TransactionImpl(
            true,
            new io.delta.kernel.internal.fs.Path(path(table)),
            Optional.empty(),
            note.text(),
            Operation.CREATE_TABLE,
            Optional.of(new Protocol(TableVersion.PLAIN_READER, TableVersion.PLAIN_WRITER)),
            Optional.of(metadata(table)),
            DefaultFileSystemManagedTableOnlyCommitter.INSTANCE,
            Optional.empty(),
            Optional.empty(),
            Optional.of(0),
            0,
            clock::millis);
    try {
      transaction.commit(versions.engine(), CloseableIterable.emptyIterable());
    } catch (RuntimeException failure) {
      // Ours, if its answer was lost, or somebody else's: there is a table either way.
      if (entry(table, 0).isEmpty()) {
        throw unusable(table, failure);
      }
    }
    return versions.newest(path(table));
  }

  private Metadata metadata(Table table) {
    String schema = table.schema().json();
    return new Metadata(
        UUID.randomUUID().toString(),
        Optional.empty(),
        Optional.of(table.meaning()),
        new Format(),
        schema,
        DataTypeJsonSerDe.deserializeStructType(schema),
        VectorUtils.buildArrayValue(
            table.partitions().stream().map(Field::name).toList(), StringType.STRING),
        Optional.of(clock.millis()),
        VectorUtils.stringStringMapValue(PROPERTIES));
  }

  /**
   * Commits a change as the version after a known one.
   *
   * @param before the version that was there when the change began to be computed
   * @throws EnvironmentFailure where somebody else changed the same slice since
   */
  TableVersion commit(Table table, TableVersion before, TableChange change) {
    if (change.isEmpty(before)) {
      return before;
    }
    TableVersion base = before;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Optional<TableVersion> written = attempt(table, base, change);
      if (written.isPresent()) {
        versions.note(path(table), written.get());
        return written.get();
      }
      base = rebased(table, before, change);
    }
    throw overtaken(table);
  }

  /** The version that the commit made; empty where somebody else's has its number. */
  private Optional<TableVersion> attempt(Table table, TableVersion base, TableChange change) {
    try {
      TransactionCommitResult result =
          transaction(base, change)
              .commit(
                  versions.engine(),
                  CloseableIterable.inMemoryIterable(
                      Utils.toCloseableIterator(change.actions(base).iterator())));
      checkpoint(result);
      Snapshot after =
          result
              .getPostCommitSnapshot()
              .map(Snapshot.class::cast)
              .orElseGet(() -> versions.version(path(table), result.getVersion()).snapshot());
      return Optional.of(base.next(after, change.slice(), change.added()));
    } catch (RuntimeException failure) {
      Optional<String> entry = entry(table, base.number() + 1);
      if (entry.isEmpty()) {
        throw unusable(table, failure);
      }
      return entry
          .filter(text -> text.contains(change.note().write()))
          .map(ours -> versions.version(path(table), base.number() + 1));
    }
  }

  private Transaction transaction(TableVersion base, TableChange change) {
    UpdateTableTransactionBuilder update =
        base.snapshot()
            .buildUpdateTableTransaction(change.note().text(), Operation.WRITE)
            .withMaxRetries(0);
    Map<String, String> news = change.news(base);
    return (news.isEmpty() ? update : update.withTablePropertiesAdded(news))
        .build(versions.engine());
  }

  /** The newest version, if the change still means the same there. */
  private TableVersion rebased(Table table, TableVersion before, TableChange change) {
    TableVersion newest = versions.newest(path(table));
    if (!newest.takesFiles(table) || !newest.isSameIn(change.slice(), before)) {
      throw overtaken(table);
    }
    return newest;
  }

  /** A checkpoint makes later reads quicker; the commit stands without it. */
  private void checkpoint(TransactionCommitResult result) {
    for (PostCommitHook hook : result.getPostCommitHooks()) {
      if (hook.getType() == PostCommitHook.PostCommitHookType.CHECKPOINT) {
        try {
          hook.threadSafeInvoke(versions.engine());
        } catch (IOException | RuntimeException failure) {
          LOG.warn("A checkpoint was not written: {}", failure.getMessage());
        }
      }
    }
  }

  private Optional<String> entry(Table table, long version) {
    return root.in(table.name() + "/_delta_log").text(String.format("%020d.json", version));
  }

  private String path(Table table) {
    return root.path() + "/" + table.name();
  }

  private EnvironmentFailure overtaken(Table table) {
    return new EnvironmentFailure(
        "The table "
            + path(table)
            + " was changed by another program while this run wrote to it. Nothing of the write was"
            + " kept. Let Dangol alone write to its warehouse, and run it again.");
  }

  private EnvironmentFailure unusable(Table table, RuntimeException failure) {
    return new EnvironmentFailure(
        "The table "
            + path(table)
            + " cannot be written to: "
            + failure.getMessage()
            + ". Check that the folder has room and may be used by this user.",
        failure);
  }
}
