package dev.dangol.job.voices;

import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.split;

import dev.dangol.config.VoiceSettings;
import dev.dangol.job.JobContext;
import dev.dangol.store.Lake;
import dev.dangol.store.ScratchTables;
import dev.dangol.table.RowReader;
import dev.dangol.table.results.VoiceColumns;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.table.sources.Sources;
import dev.dangol.voices.CustomerMarks;
import dev.dangol.voices.VoiceTerms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes the themes of each customer, and the terms of low and of high ratings. */
public final class VoiceTables {
  private VoiceTables() {}

  /** Reads every text once; returns why measures could not be computed. */
  public static Map<String, String> write(JobContext day, ScratchTables scratch) {
    Lake lake = day.lake();
    Map<String, String> reasons = new TreeMap<>();
    CustomerMarks.reasons(day.settings())
        .forEach(
            (source, why) -> {
              reasons.put(VoiceColumns.CUSTOMER_THEMES.name() + "." + source, why);
              reasons.put(VoiceColumns.TERMS.name() + "." + source, why);
            });
    reasons.put(
        VoiceColumns.TERMS.name() + "." + Sources.SUPPORT.name(),
        "Support cases have no rating to tell their words by.");
    Optional<Dataset<Row>> marks =
        CustomerMarks.of(day.clean(CustomerMarks.sources()), day.asOf(), day.settings())
            .map(scratch);
    lake.replaceDay(
        VoiceColumns.CUSTOMER_THEMES,
        marks
            .map(rows -> CustomerMarks.themes(rows, day.asOf(), day.settings().quality()))
            .orElseGet(() -> lake.none(VoiceColumns.CUSTOMER_THEMES)),
        day.asOf());
    List<Row> terms = marks.map(rows -> terms(day, rows)).orElse(List.of());
    lake.replaceDay(VoiceColumns.TERMS, lake.of(VoiceColumns.TERMS, terms), day.asOf());
    return reasons;
  }

  private static List<Row> terms(JobContext day, Dataset<Row> marks) {
    VoiceSettings how = day.settings().voices();
    VoiceTerms terms = VoiceTerms.of(marks, how.minCount());
    Set<String> names = terms.terms().isEmpty() ? Set.of() : names(day, terms.terms());
    return terms.rows(day.asOf(), names, day.settings().profiles().maxQ(), how);
  }

  /** Those of the terms that are a part of a customer's name. */
  private static Set<String> names(JobContext day, Set<String> terms) {
    if (!day.settings().has(Sources.CUSTOMERS.name())) {
      return Set.of();
    }
    Column all =
        concat_ws(
            " ",
            CustomerContacts.NAME.col(),
            CustomerContacts.FIRST_NAME.col(),
            CustomerContacts.LAST_NAME.col());
    Column part = VoiceColumns.TERM.col();
    return day
        .lake()
        .read(CustomerContacts.TABLE)
        .select(explode(split(lower(all), "\\s+")).as(VoiceColumns.TERM.name()))
        .where(part.isin(terms.toArray()))
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> new RowReader(row).text(VoiceColumns.TERM).orElse(""))
        .collect(Collectors.toSet());
  }
}
