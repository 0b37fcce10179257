package dev.dangol.command;

import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.job.forget.CustomerErasure;
import dev.dangol.job.forget.ErasureReceipt;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Erasure of customers from every table. */
@Command(
    description =
        "Erases customers from every table, its history and later runs. With --dry-run says how"
            + " many rows that would be, and changes nothing.")
public final class ForgetCommand extends DangolCommand {
  @Option(
      names = "--customers",
      required = true,
      paramLabel = "FILE",
      description = "One customer id per line, or CSV whose first column is customer_id.")
  private Path customers;

  @Override
  Settings settings(CommandOptions given) {
    return SettingsReader.readWithoutSources(given.layers());
  }

  @Override
  int dryRun() {
    Set<String> ids = CustomerFile.read(customers);
    Settings settings = settings(options());
    try (WarehouseSession session = WarehouseSession.open(settings)) {
      CustomerErasure forget = JobPipeline.forget(session, settings);
      forget.requireTables();
      ErasureReceipt receipt = forget.preview(ids);
      tellUnknown(new TerminalProgress(System.err), receipt);
      new TreeMap<>(receipt.rows())
          .forEach((table, rows) -> System.out.printf("%-24s %,d rows%n", table, rows));
      System.out.printf(
          "%,d rows in %d tables would be deleted; nothing was changed.%n",
          receipt.allRows(), receipt.rows().size());
    }
    return ExitCodes.DONE;
  }

  @Override
  int work() {
    Set<String> ids = CustomerFile.read(customers);
    Settings settings = settings(options());
    TerminalProgress terminal = new TerminalProgress(System.err);
    summary().watch(terminal);
    try (WarehouseSession session = WarehouseSession.open(settings)) {
      JobPipeline pipeline = new JobPipeline(session, settings, terminal, options());
      summary().about(pipeline.runId());
      terminal.line(
          "Every version of the tables but the present one will be gone: no one can look back to"
              + " before now, and queries that still read old files fail.");
      tell(terminal, pipeline.forget(ids));
    }
    return ExitCodes.DONE;
  }

  private static void tell(TerminalProgress terminal, ErasureReceipt receipt) {
    tellUnknown(terminal, receipt);
    terminal.line(
        "What left the house before is not reached: backups, uploaded files, the sources themselves."
            + " Run dangol run to bring the totals up to date.");
    System.out.printf(
        "%,d customers are forgotten: %,d rows in %d tables and %,d old files are gone; the receipt"
            + " is receipts/%s in the warehouse.%n",
        receipt.given(),
        receipt.allRows(),
        receipt.rows().size(),
        receipt.allFiles(),
        receipt.file());
  }

  private static void tellUnknown(TerminalProgress terminal, ErasureReceipt receipt) {
    if (receipt.unknown() > 0) {
      terminal.line(
          "%,d of %,d are not in the warehouse; should a source bring them, they are left out.",
          receipt.unknown(), receipt.given());
    }
  }
}
