package dev.dangol.job.cohorts;

import dev.dangol.cohorts.CompanyTotals;
import dev.dangol.job.JobContext;
import dev.dangol.job.contacts.MissingSources;
import dev.dangol.store.Lake;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.CompanyColumns;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.Sources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes what the people of each company add up to, where it is known who belongs to one. */
final class CompanyTables {
  private CompanyTables() {}

  /** Runs once the cohorts of the day are written; returns why companies are not known. */
  static Map<String, String> write(JobContext day) {
    Lake lake = day.lake();
    Optional<String> unknown =
        MissingSources.reason(day.settings(), Sources.CUSTOMERS, CustomerSource.COMPANY_ID);
    Dataset<Row> companies = unknown.isPresent() ? lake.none(CompanyColumns.TABLE) : totals(day);
    lake.replaceDay(CompanyColumns.TABLE, companies, day.asOf());
    return unknown.map(why -> Map.of(CompanyColumns.TABLE.name(), why)).orElse(Map.of());
  }

  private static Dataset<Row> totals(JobContext day) {
    Lake lake = day.lake();
    return new CompanyTotals(List.copyOf(day.settings().cohorts().keySet()), day.asOf())
        .of(
            lake.read(Sources.CUSTOMERS.clean()),
            day.features(),
            lake.readDay(CohortColumns.CUSTOMER_FIT, day.asOf()),
            lake.readDay(CohortColumns.COHORT_DAYS, day.asOf()));
  }
}
