package dev.dangol.trials;

import dev.dangol.trials.RunWorker.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Nights one after the other, each a run of its day and then upkeep. It tells how long each took,
 * and how large the largest log of a table and the whole warehouse have become.
 */
public final class NightsTrial {
  private static final double NANOS = 1e9;

  private NightsTrial() {}

  /** Lives through as many nights as asked for, with or without upkeep. */
  public static void main(String[] arguments) throws IOException {
    int nights = Integer.parseInt(arguments[0]);
    boolean keeping = arguments[1].equals("upkeep");
    TrialShop shop = new TrialShop(Path.of("target/trials/nights-" + arguments[1]));
    Path warehouse = shop.folder().resolve("warehouse");
    System.out.println(
        "| night | run, s | upkeep, s | files of the largest log | its KB | files | MB |");
    try (RunWorker worker = new RunWorker(Map.of())) {
      for (int night = 1; night <= nights; night++) {
        String day = LocalDate.parse(TrialShop.DAY).plusDays(night).toString();
        double run = seconds(worker, shop.command(warehouse.toString(), "run", "--as-of=" + day));
        double upkeep = keeping ? seconds(worker, shop.command(warehouse.toString(), upkeep())) : 0;
        System.out.printf("| %d | %.1f | %.1f | %s |%n", night, run, upkeep, sizes(warehouse));
      }
    }
  }

  /** A night is a day of the calendar here: what is old is so at once. */
  private static String[] upkeep() {
    return new String[] {
      "maintain", "--set=keep.days=7", "--set=keep.months=2", "--set=keep.old-versions-days=0"
    };
  }

  private static double seconds(RunWorker worker, String[] command) throws IOException {
    long start = System.nanoTime();
    Answer answer = worker.does(command);
    if (answer.code() != 0) {
      throw new IllegalStateException(command[0] + " ends with " + answer);
    }
    return (System.nanoTime() - start) / NANOS;
  }

  private static String sizes(Path warehouse) throws IOException {
    long entries = 0;
    long bytes = 0;
    try (Stream<Path> tables = Files.list(warehouse)) {
      for (Path log : tables.map(table -> table.resolve("_delta_log")).toList()) {
        if (Files.isDirectory(log)) {
          long[] size = size(log);
          entries = Math.max(entries, size[0]);
          bytes = Math.max(bytes, size[1]);
        }
      }
    }
    long[] all = size(warehouse);
    return String.format("%d | %d | %d | %.1f", entries, bytes / 1024, all[0], all[1] / 1e6);
  }

  /** The number of files in a folder and below, and their bytes. */
  private static long[] size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      long[] size = new long[2];
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        size[0]++;
        size[1] += Files.size(file);
      }
      return size;
    }
  }
}
