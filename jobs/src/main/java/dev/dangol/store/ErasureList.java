package dev.dangol.store;

import dev.dangol.privacy.ErasureTarget;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ErasureColumns;
import dev.dangol.table.sources.EngagementSource;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** List of erased customers, whose rows are never loaded again; stored as hashes of ids. */
public final class ErasureList {
  private static final int SALT_BYTES = 32;

  private final Lake lake;
  private final Optional<String> salt;

  private ErasureList(Lake lake, Optional<String> salt) {
    this.lake = lake;
    this.salt = salt;
  }

  /** The list of a warehouse; empty where no customer was erased yet. */
  public static ErasureList of(Lake lake) {
    Optional<String> salt =
        lake.exists(ErasureColumns.TABLE)
            ? lake.read(ErasureColumns.TABLE).limit(1).collectAsList().stream()
                .flatMap(row -> new RowReader(row).text(ErasureColumns.SALT).stream())
                .findFirst()
            : Optional.empty();
    return new ErasureList(lake, salt);
  }

  /** The salt of the hashes; empty where the list is empty. */
  public Optional<String> salt() {
    return salt;
  }

  /** One row per id on the list. */
  public Dataset<Row> rows() {
    return lake.read(ErasureColumns.TABLE);
  }

  /**
   * Puts those on the list who are not on it yet.
   *
   * @param addresses their e-mails and phones in normal form, by the columns that hold them
   */
  public void add(ErasureTarget trace, Map<Field, Set<String>> addresses, LocalDate day) {
    String used = salt.orElseGet(ErasureList::random);
    List<Row> rows = new ArrayList<>();
    for (String id : trace.customers()) {
      rows.add(row(ErasureColumns.hash(SharedColumns.CUSTOMER_ID, id, used), used, day));
    }
    for (String id : trace.visitors()) {
      rows.add(row(ErasureColumns.hash(EngagementSource.VISITOR_ID, id, used), used, day));
    }
    addresses.forEach(
        (kind, texts) ->
            texts.forEach(text -> rows.add(row(ErasureColumns.hash(kind, text, used), used, day))));
    String[] key = {ErasureColumns.KEY_HASH.name()};
    Dataset<Row> fresh = lake.of(ErasureColumns.TABLE, rows).join(rows(), key, "left_anti");
    if (!fresh.isEmpty()) {
      lake.append(ErasureColumns.TABLE, fresh);
    }
  }

  private static Row row(String hash, String salt, LocalDate day) {
    return RowWriter.of(ErasureColumns.TABLE)
        .set(ErasureColumns.KEY_HASH, hash)
        .set(ErasureColumns.SALT, salt)
        .set(ErasureColumns.ERASED_ON, day)
        .row();
  }

  private static String random() {
    byte[] bytes = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
