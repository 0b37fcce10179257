package dev.dangol.trials;

import dev.dangol.store.PublishedRows;
import dev.dangol.testing.CrashingFiles.Harm;
import dev.dangol.testing.SparkExtension;
import dev.dangol.trials.RunWorker.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Trials of one command at a time: it is disturbed, looked at, and run again. */
final class CrashTrials {
  static final long ENDLESS = Long.MAX_VALUE / 2;

  private static final List<String> RUN = List.of("--run-id", "trial");

  private final TrialShop shop;
  private final RunWorker worker;
  private final Random random;
  private int copies;

  CrashTrials(TrialShop shop, RunWorker worker, Random random) {
    this.shop = shop;
    this.worker = worker;
    this.random = random;
  }

  /** Runs a command undisturbed on a copy of a warehouse, so that others can be held against it. */
  CrashCase undisturbed(String name, String from, String... words) throws IOException {
    SortedMap<String, List<String>> before = from.isEmpty() ? new TreeMap<>() : rows(from);
    String warehouse = place(from);
    worker.harm(Harm.NONE, ENDLESS);
    Answer answer = worker.does(command(warehouse, words));
    long operations = worker.harm(Harm.NONE, ENDLESS);
    if (answer.code() != 0) {
      throw new IllegalStateException(name + " fails undisturbed: " + answer);
    }
    CrashCase made =
        new CrashCase(name, from, List.of(words), operations, before, rows(warehouse), List.of());
    TrialShop.remove(Path.of(warehouse));
    return made;
  }

  /**
   * The warehouse after a command, for those that follow.
   *
   * @param name the name of its folder
   */
  String after(String name, String from, String... words) throws IOException {
    String warehouse = from.isEmpty() ? empty(name) : shop.copy(from, name);
    worker.harm(Harm.NONE, ENDLESS);
    Answer answer = worker.does(command(warehouse, words));
    if (answer.code() != 0) {
      throw new IllegalStateException(name + " fails: " + answer);
    }
    return warehouse;
  }

  /** Disturbs a command at some of its operations, or at all of them where there are no more. */
  CrashTally disturb(CrashCase of, Harm harm, int points) throws IOException {
    CrashTally tally =
        new CrashTally(of.name() + " | " + harm.name().toLowerCase(java.util.Locale.ROOT));
    for (long point : points(of.operations(), points)) {
      String warehouse = place(of.from());
      String where = "operation " + point + " of " + of.operations();
      worker.harm(harm, point);
      Answer answer = worker.does(command(warehouse, of.command()));
      worker.harm(Harm.NONE, ENDLESS);
      tally.begins(answer.code() != 0);
      judge(harm, answer, where, tally);
      repeat(of, warehouse, where, tally);
    }
    System.out.println(tally.line());
    return tally;
  }

  /** A full disk and a missing right are told in a plain sentence. */
  private static void judge(Harm harm, Answer answer, String where, CrashTally tally) {
    boolean plain = harm == Harm.FULL_DISK || harm == Harm.NO_RIGHT;
    if (plain && answer.code() != 0 && answer.said().startsWith("Unexpected")) {
      tally.fault(where + ": not told plainly: " + answer.said());
    }
    if (plain && answer.code() > 1) {
      tally.fault(where + ": exit code " + answer.code() + ": " + answer.said());
    }
  }

  /** Looks at what a command left that was disturbed, and runs it again. */
  void repeat(CrashCase of, String warehouse, String where, CrashTally tally) throws IOException {
    TrialShop.bury(warehouse);
    try {
      tally.seen(where, of, rows(warehouse));
    } catch (RuntimeException failure) {
      tally.unreadable(where, failure);
    }
    Answer again = worker.does(command(warehouse, of.command()));
    if (again.code() == 0) {
      tally.repeated(where, of, rows(warehouse));
      TrialShop.remove(Path.of(warehouse));
    } else {
      tally.fault(where + ": the rerun ends with " + again + " in " + warehouse);
    }
  }

  /** The same id for every run: what a run is called must not tell its tables from others. */
  String[] command(String warehouse, String... words) {
    return shop.command(
        warehouse, Stream.concat(Stream.of(words), RUN.stream()).toArray(String[]::new));
  }

  String place(String from) throws IOException {
    String name = "copy-" + ++copies;
    return from.isEmpty() ? empty(name) : shop.copy(from, name);
  }

  private String empty(String name) throws IOException {
    Path folder = shop.folder().resolve(name);
    TrialShop.remove(folder);
    return folder.toString();
  }

  /** The rows that readers see, and the files that were exported. */
  static SortedMap<String, List<String>> rows(String warehouse) throws IOException {
    SortedMap<String, List<String>> rows =
        new PublishedRows(SparkExtension.session(), warehouse).all();
    rows.put(CrashTally.EXPORTED, TrialShop.exported(warehouse));
    return rows;
  }

  private long[] points(long operations, int most) {
    return operations <= most
        ? LongStream.range(0, operations).toArray()
        : random.longs(0, operations).distinct().limit(most).sorted().toArray();
  }
}
