package dev.dangol.command;

import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.problem.BadSetting;
import dev.dangol.store.TableQueries;
import dev.dangol.table.Table;
import dev.dangol.table.results.Tables;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Everything published about one customer. */
@Command(
    description = {
      "Shows everything that is published about one customer, with the reasons: fit and what would"
          + " lift it, cohorts, segment, value, qualities with their parts.",
      "Names and addresses are shown with --identify only. What each target of exports would get"
          + " says export --explain."
    })
public final class CustomerCommand extends DangolCommand {
  @Parameters(paramLabel = "ID", description = "The customer's id, that of a source will do.")
  private String customer;

  @Option(names = "--format", description = "text (default), json or html.")
  private CardFormat format = CardFormat.text;

  @Option(names = "--identify", description = "Show names, addresses and ids of sources as well.")
  private boolean identify;

  /** Format of the card. */
  enum CardFormat {
    text,
    json,
    html
  }

  @Override
  Settings settings(CommandOptions given) {
    return SettingsReader.readWithoutSources(given.layers());
  }

  @Override
  int work() {
    Settings settings = settings(options());
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (WarehouseSession session = WarehouseSession.open(settings)) {
      List<Table> tables = Tables.all(settings.features().windows(), settings.value().horizons());
      TableQueries queries = new TableQueries(session.spark(), session.lake(), tables, List.of());
      CustomerCard card =
          new CustomerLookup(queries, tables, settings.asOf().map(LocalDate::toString), identify)
              .card(customer)
              .orElseThrow(this::unknown);
      out.print(
          switch (format) {
            case text -> card.text();
            case json -> card.json();
            case html -> card.html();
          });
    }
    return ExitCodes.DONE;
  }

  private BadSetting unknown() {
    Optional<String> day = settings(options()).asOf().map(LocalDate::toString);
    return new BadSetting(
        "There is no customer "
            + customer
            + " in what is published"
            + day.map(on -> " for " + on).orElse("")
            + ": check the id, or run dangol run first.");
  }
}
