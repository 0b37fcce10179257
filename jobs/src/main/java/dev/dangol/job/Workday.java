package dev.dangol.job;

import dev.dangol.config.Settings;
import dev.dangol.store.Lake;
import dev.dangol.table.AsOf;
import java.time.LocalDate;

/**
 * What a job works on: the tables, the settings, and the day to describe.
 *
 * @param lake the tables of one warehouse
 * @param settings everything that was configured
 * @param asOf the day to describe
 */
public record Workday(Lake lake, Settings settings, AsOf asOf) {

  public LocalDate date() {
    return asOf.day();
  }
}
