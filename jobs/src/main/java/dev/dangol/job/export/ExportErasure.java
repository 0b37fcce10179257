package dev.dangol.job.export;

import dev.dangol.config.Settings;
import dev.dangol.config.export.ExportTarget;
import dev.dangol.export.FilePurpose;
import dev.dangol.export.FileRewrite;
import dev.dangol.export.ForgottenPeople;
import dev.dangol.export.WrittenExport;
import dev.dangol.job.export.DeliveryLedger.DeliveredFile;
import dev.dangol.privacy.ErasureTarget;
import dev.dangol.store.Lake;
import dev.dangol.store.PrivateFolder;
import dev.dangol.store.StoreFolder;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * Erasure of customers from exported files. For each list whose last delivered file held one of
 * them a file of removals is written, with them alone; every other file loses their rows, and
 * workbooks go as a whole. It comes before their contacts are erased, by which they are found.
 */
public final class ExportErasure {
  private static final String WORKBOOK = ".xlsx";

  private final Lake lake;
  private final Settings settings;
  private final String run;
  private final DeliveryLedger ledger;
  private final List<Row> changes = new ArrayList<>();
  private final Map<String, LocalDate> newestDays = new HashMap<>();

  public ExportErasure(Lake lake, Settings settings, String run) {
    this.lake = lake;
    this.settings = settings;
    this.run = run;
    this.ledger = new DeliveryLedger(lake);
  }

  /** Erases them; returns how many files were changed, removed or written. */
  public long erase(ErasureTarget trace) {
    List<DeliveredFile> files = ledger.files();
    if (files.isEmpty()) {
      return 0;
    }
    ForgottenPeople people = people(trace);
    files.forEach(file -> newestDays.merge(file.target(), file.asOf(), ExportErasure::later));
    Set<String> lists = new HashSet<>();
    Set<String> gone = new HashSet<>();
    long changed = 0;
    for (DeliveredFile file : files) {
      boolean there = exists(file.path());
      boolean last = there && file.isFull() && lists.add(file.list());
      if (there && file.path().endsWith(WORKBOOK)) {
        changed += gone.add(file.path()) ? drop(file) : 0;
      } else if (there && !file.kind().equals(FilePurpose.REMOVED.word())) {
        changed += rewrite(file, people, last);
      }
    }
    if (!changes.isEmpty()) {
      ledger.append(changes);
    }
    return changed;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private ForgottenPeople people(ErasureTarget trace) {
    ForgottenPeople people = new ForgottenPeople();
    trace.customers().forEach(id -> people.addId(id, settings.export().pseudonymKey()));
    Map<String, String> countries = new HashMap<>();
    rows(trace, lake.read(Sources.CUSTOMERS.clean()))
        .forEach(
            record ->
                record
                    .text(CustomerSource.COUNTRY)
                    .ifPresent(country -> countries.put(id(record), country)));
    rows(trace, lake.read(CustomerContacts.TABLE))
        .forEach(
            contact ->
                people.addContacts(
                    contact.text(CustomerContacts.EMAIL).orElse(""),
                    contact.text(CustomerContacts.PHONE).orElse(""),
                    contact.text(CustomerContacts.MADID).orElse(""),
                    countries.getOrDefault(
                        id(contact), settings.identity().phoneRegion().orElse(""))));
    return people;
  }

  private static List<RowReader> rows(
      ErasureTarget trace, org.apache.spark.sql.Dataset<Row> table) {
    return table.where(trace.key(SharedColumns.CUSTOMER_ID)).collectAsList().stream()
        .map(RowReader::new)
        .toList();
  }

  private static String id(RowReader row) {
    return row.text(SharedColumns.CUSTOMER_ID).orElseThrow();
  }

  private long drop(DeliveredFile file) {
    PrivateFolder folder = folder(file.path());
    folder.folder().delete(name(file.path()));
    new ManifestEdit(folder).gone(name(file.path()));
    return 1;
  }

  private long rewrite(DeliveredFile file, ForgottenPeople people, boolean last) {
    PrivateFolder folder = folder(file.path());
    FileRewrite rewrite =
        new FileRewrite(new StoredTargetFolder(folder), file.path(), hasHead(file));
    List<String> rows = rewrite.find(people::isIn);
    if (rows.isEmpty()) {
      return 0;
    }
    long written = last ? remove(file, rewrite, rows) : 0;
    FilePurpose purpose = FilePurpose.valueOf(file.kind().toUpperCase(java.util.Locale.ROOT));
    WrittenExport shorter = rewrite.without(people::isIn, purpose);
    new ManifestEdit(folder).shortened(shorter);
    changes.add(ledger.row(file, shorter, new ExportStamp(run, file.asOf(), file.expiresOn())));
    return written + 1;
  }

  /** Writes the removals of a list, in the folder of the newest day of its target. */
  private long remove(DeliveredFile file, FileRewrite rewrite, List<String> rows) {
    LocalDate day = newestDays.get(file.target());
    StoreFolder ofFile = folder(file.path()).folder();
    String root = parent(parent(ofFile.path()));
    PrivateFolder place = privately(root).in(day.toString()).in(file.target());
    List<String> taken = place.folder().names();
    String group = name(file.path()).replaceFirst("-\\d{4}-\\d{2}-\\d{2}-full\\..*", "");
    String end = file.path().substring(file.path().lastIndexOf('.'));
    String name = group + "-" + day + "-forgotten-removed" + end;
    for (int number = 2; taken.contains(name); number++) {
      name = group + "-" + day + "-forgotten-" + number + "-removed" + end;
    }
    WrittenExport removal = rewrite.removal(name, new StoredTargetFolder(place), rows);
    DeliveredFile written = file.movedTo(place.folder().path() + "/" + name, day);
    new ManifestEdit(place).added(removal, written);
    changes.add(ledger.row(written, removal, new ExportStamp(run, day, expiry(day))));
    return 1;
  }

  private LocalDate expiry(LocalDate day) {
    return day.plusDays(settings.export().expireAfterDays());
  }

  private boolean hasHead(DeliveredFile file) {
    return settings.export().targets().stream()
        .filter(target -> target.name().equals(file.target()))
        .map(ExportTarget::format)
        .findFirst()
        .map(format -> format.head())
        .orElse(!file.path().endsWith(".txt"));
  }

  private boolean exists(String path) {
    return lake.folder(parent(path)).names().contains(name(path));
  }

  private PrivateFolder folder(String path) {
    return privately(parent(path));
  }

  private PrivateFolder privately(String path) {
    return new PrivateFolder(lake.folder(path), lake.root());
  }

  private static String parent(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
