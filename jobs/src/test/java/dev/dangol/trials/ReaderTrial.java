package dev.dangol.trials;

import dev.dangol.trials.RunWorker.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Readers in a loop while days are written: one asks for the newest day of every table in one
 * query, one for the files of every table. Half a run would show them two days at once.
 */
final class ReaderTrial {
  private static final List<String> TABLES =
      List.of(
          "customer_features",
          "retention_cohorts",
          "value_models",
          "customer_value",
          "segments",
          "customer_segments",
          "scorecard_reasons",
          "customer_fit",
          "cohorts",
          "personas",
          "backtest");
  private static final String QUERY =
      TABLES.stream()
          .filter(table -> !table.equals("backtest"))
          .map(table -> "SELECT max(as_of) AS d FROM " + table)
          .collect(
              Collectors.joining(
                  " UNION ALL ", "SELECT concat_ws(' ', sort_array(collect_set(d))) FROM (", ")"));

  private final TrialShop shop;
  private final RunWorker writer;
  private final String warehouse;
  private final AtomicBoolean over = new AtomicBoolean();

  ReaderTrial(TrialShop shop, RunWorker writer, String warehouse) {
    this.shop = shop;
    this.writer = writer;
    this.warehouse = warehouse;
  }

  /** Describes so many days one after the other, and reads all the while. */
  CrashTally during(int runs) throws IOException {
    CrashTally tally = new CrashTally("readers of " + runs + " runs");
    try (RunWorker views = new RunWorker(Map.of());
        RunWorker files = new RunWorker(Map.of())) {
      List<Thread> readers =
          List.of(
              reading(() -> views(views, tally), tally), reading(() -> files(files, tally), tally));
      for (int run = 1; run <= runs; run++) {
        String day = LocalDate.parse(TrialShop.BEFORE).plusDays(run).toString();
        Answer answer = writer.does(shop.command(warehouse, "run", "--as-of=" + day));
        if (answer.code() != 0) {
          tally.fault("the run of " + day + " ends with " + answer);
        }
        System.out.println(run + " runs so far " + tally.line());
      }
      over.set(true);
      for (Thread reader : readers) {
        join(reader);
      }
    }
    System.out.println(tally.line());
    return tally;
  }

  private static void join(Thread reader) {
    try {
      reader.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Thread reading(Reading once, CrashTally tally) {
    Thread reader =
        new Thread(
            () -> {
              try {
                while (!over.get()) {
                  once.read();
                }
              } catch (IOException failure) {
                tally.fault("a reader fails: " + failure);
              }
            });
    reader.start();
    return reader;
  }

  private void views(RunWorker worker, CrashTally tally) throws IOException {
    Answer answer = worker.does(shop.command(warehouse, "sql", "--format=json", QUERY));
    boolean one =
        answer.code() == 0
            && String.join("", answer.results()).matches(".*\"\\d{4}-\\d\\d-\\d\\d\".*");
    tally.begins(false);
    if (!one) {
      tally.fault("days that a query sees: " + answer);
    }
  }

  /** Each file that is named is there, and the newest days of all tables are one. */
  private void files(RunWorker worker, CrashTally tally) throws IOException {
    Answer answer = worker.does(shop.command(warehouse, "files"));
    tally.begins(false);
    if (answer.code() != 0) {
      tally.fault("files: " + answer);
      return;
    }
    List<String> days = new ArrayList<>();
    for (String line : answer.results()) {
      if (!Files.exists(Path.of(line.replaceFirst("^file:", "")))) {
        tally.fault("a file is named and not there: " + line);
      }
    }
    for (String table : TABLES) {
      answer.results().stream()
          .filter(line -> line.contains("/" + table + "/as_of="))
          .map(line -> line.replaceFirst(".*/as_of=([0-9-]{10})/.*", "$1"))
          .max(String::compareTo)
          .ifPresent(days::add);
    }
    if (days.stream().distinct().count() != 1) {
      tally.fault("days that files are of: " + days);
    }
  }

  private interface Reading {
    void read() throws IOException;
  }
}
