package dev.dangol.job;

import dev.dangol.table.Cells;
import dev.dangol.table.Columns;
import dev.dangol.table.Contacts;
import dev.dangol.table.CustomerKeys;
import dev.dangol.table.Field;
import dev.dangol.table.IdentityColumns;
import dev.dangol.table.RunColumns;
import dev.dangol.table.Trace;
import dev.dangol.table.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/**
 * Finds out whom ids mean. An id means the customer who has it, else the one who had it before he
 * was joined to another, else the one to whom it belongs in some source; and every other id that he
 * has or had is meant with it. An id that nobody has means itself.
 */
final class Subjects {
  private static final Field MERGED_FROM = IdentityColumns.MERGED_FROM;
  private static final Field SOURCE_ID = IdentityColumns.SOURCE_ID;

  private final Reading tables;
  private final Set<String> given;

  Subjects(Reading tables, Set<String> given) {
    this.tables = tables;
    this.given = Set.copyOf(given);
  }

  Trace trace() {
    List<Cells> about = rowsWith(given, List.of(Columns.CUSTOMER_ID, MERGED_FROM, SOURCE_ID));
    Set<String> meant = meant(about);
    List<Cells> theirs = rowsWith(meant, List.of(Columns.CUSTOMER_ID));
    Set<String> customers = new HashSet<>(meant);
    Set<String> visitors = new HashSet<>();
    for (Cells row : theirs) {
      (isVisitor(row) ? visitors : customers).add(text(row, SOURCE_ID).orElseThrow());
      text(row, MERGED_FROM).ifPresent(customers::add);
    }
    customers.addAll(given);
    customers.removeAll(ofOthers(customers, meant));
    return new Trace(customers, visitors, wording(customers, visitors));
  }

  private Set<String> meant(List<Cells> about) {
    Set<String> meant = new HashSet<>();
    for (String id : given) {
      meant.addAll(
          Stream.of(Columns.CUSTOMER_ID, MERGED_FROM, SOURCE_ID)
              .map(field -> owners(about, row -> text(row, field).equals(Optional.of(id))))
              .filter(owners -> !owners.isEmpty())
              .findFirst()
              .orElse(Set.of(id)));
    }
    return meant;
  }

  private static Set<String> owners(List<Cells> rows, Predicate<Cells> which) {
    return rows.stream()
        .filter(which)
        .flatMap(row -> text(row, Columns.CUSTOMER_ID).stream())
        .collect(Collectors.toSet());
  }

  /** A key of theirs in one source may be the number of somebody else: he is not meant. */
  private Set<String> ofOthers(Set<String> candidates, Set<String> meant) {
    Set<String> doubtful = new HashSet<>(candidates);
    doubtful.removeAll(meant);
    return owners(rowsWith(doubtful, List.of(Columns.CUSTOMER_ID)), row -> true);
  }

  private List<Cells> rowsWith(Set<String> ids, List<Field> fields) {
    Trace trace = new Trace(ids, Set.of(), new Wording(Set.of(), Set.of()));
    Column condition = fields.stream().map(trace::key).reduce(Column::or).orElseThrow();
    return tables.of(IdentityColumns.CUSTOMER_IDENTITY).where(condition).collectAsList().stream()
        .map(Cells::new)
        .toList();
  }

  /** Their ids, and how they are reached and called while that is still known. */
  private Wording wording(Set<String> customers, Set<String> visitors) {
    Trace trace = new Trace(customers, visitors, new Wording(Set.of(), Set.of()));
    List<String> words = new ArrayList<>(customers);
    List<String> phones = new ArrayList<>();
    words.addAll(visitors);
    for (var row :
        tables.of(Contacts.TABLE).where(trace.key(Columns.CUSTOMER_ID)).collectAsList()) {
      Cells cells = new Cells(row);
      Stream.of(Contacts.NAME, Contacts.EMAIL, Contacts.ADDRESS)
          .forEach(field -> text(cells, field).ifPresent(words::add));
      text(cells, Contacts.PHONE).ifPresent(phones::add);
    }
    return new Wording(words, phones);
  }

  private static boolean isVisitor(Cells row) {
    return text(row, RunColumns.SOURCE).equals(Optional.of(CustomerKeys.VISITORS));
  }

  private static Optional<String> text(Cells row, Field field) {
    return row.text(field);
  }
}
