package dev.dangol.job.forget;

import dev.dangol.job.TableReader;
import dev.dangol.privacy.CustomerKeys;
import dev.dangol.privacy.ErasureTarget;
import dev.dangol.privacy.IdentifierMatcher;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.IdentityColumns;
import dev.dangol.table.sources.CustomerContacts;
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
 * Resolves ids to customers, following merges; an unknown id resolves to itself. An id means the
 * customer who has it, else the one who had it before they were merged into another, else the one
 * who owns it in some source. Every other id that they have or had is resolved with it.
 */
final class ErasureSubjects {
  private static final Field MERGED_FROM = IdentityColumns.MERGED_FROM;
  private static final Field SOURCE_ID = IdentityColumns.SOURCE_ID;

  private final TableReader tables;
  private final Set<String> given;

  ErasureSubjects(TableReader tables, Set<String> given) {
    this.tables = tables;
    this.given = Set.copyOf(given);
  }

  ErasureTarget trace() {
    List<RowReader> about =
        rowsWith(given, List.of(SharedColumns.CUSTOMER_ID, MERGED_FROM, SOURCE_ID));
    Set<String> meant = meant(about);
    List<RowReader> theirs = rowsWith(meant, List.of(SharedColumns.CUSTOMER_ID));
    Set<String> customers = new HashSet<>(meant);
    Set<String> visitors = new HashSet<>();
    for (RowReader row : theirs) {
      (isVisitor(row) ? visitors : customers).add(text(row, SOURCE_ID).orElseThrow());
      text(row, MERGED_FROM).ifPresent(customers::add);
    }
    customers.addAll(given);
    customers.removeAll(ofOthers(customers, meant));
    return new ErasureTarget(customers, visitors, wording(customers, visitors));
  }

  private Set<String> meant(List<RowReader> about) {
    Set<String> meant = new HashSet<>();
    for (String id : given) {
      meant.addAll(
          Stream.of(SharedColumns.CUSTOMER_ID, MERGED_FROM, SOURCE_ID)
              .map(field -> owners(about, row -> text(row, field).equals(Optional.of(id))))
              .filter(owners -> !owners.isEmpty())
              .findFirst()
              .orElse(Set.of(id)));
    }
    return meant;
  }

  private static Set<String> owners(List<RowReader> rows, Predicate<RowReader> which) {
    return rows.stream()
        .filter(which)
        .flatMap(row -> text(row, SharedColumns.CUSTOMER_ID).stream())
        .collect(Collectors.toSet());
  }

  /** A key of theirs in one source may be another customer's id: that customer is left out. */
  private Set<String> ofOthers(Set<String> candidates, Set<String> meant) {
    Set<String> doubtful = new HashSet<>(candidates);
    doubtful.removeAll(meant);
    return owners(rowsWith(doubtful, List.of(SharedColumns.CUSTOMER_ID)), row -> true);
  }

  private List<RowReader> rowsWith(Set<String> ids, List<Field> fields) {
    ErasureTarget trace =
        new ErasureTarget(ids, Set.of(), new IdentifierMatcher(Set.of(), Set.of()));
    Column condition = fields.stream().map(trace::key).reduce(Column::or).orElseThrow();
    return tables.of(IdentityColumns.CUSTOMER_IDENTITY).where(condition).collectAsList().stream()
        .map(RowReader::new)
        .toList();
  }

  /** Matcher of their ids, and of their names and contacts as long as these are still stored. */
  private IdentifierMatcher wording(Set<String> customers, Set<String> visitors) {
    ErasureTarget trace =
        new ErasureTarget(customers, visitors, new IdentifierMatcher(Set.of(), Set.of()));
    List<String> words = new ArrayList<>(customers);
    List<String> phones = new ArrayList<>();
    words.addAll(visitors);
    for (var row :
        tables
            .of(CustomerContacts.TABLE)
            .where(trace.key(SharedColumns.CUSTOMER_ID))
            .collectAsList()) {
      RowReader cells = new RowReader(row);
      Stream.of(CustomerContacts.NAME, CustomerContacts.EMAIL, CustomerContacts.ADDRESS)
          .forEach(field -> text(cells, field).ifPresent(words::add));
      text(cells, CustomerContacts.PHONE).ifPresent(phones::add);
    }
    return new IdentifierMatcher(words, phones);
  }

  private static boolean isVisitor(RowReader row) {
    return text(row, RunColumns.SOURCE).equals(Optional.of(CustomerKeys.VISITORS));
  }

  private static Optional<String> text(RowReader row, Field field) {
    return row.text(field);
  }
}
