package dev.dangol.trials;

import dev.dangol.store.JobResult.JobStatus;
import dev.dangol.store.LedgerEntry;
import dev.dangol.store.PublishedRows;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestStore;
import dev.dangol.trials.RunWorker.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.sql.SparkSession;

/**
 * Trials of two whole runs that two processes start on one warehouse: one must end with exit code 0
 * and the other with 5, and the tables must be those of one run alone.
 */
public final class TwoRunsTrial {
  private static final long MILLISECOND = 1_000_000;
  private static final int LATEST_MILLISECONDS = 3000;

  private final SparkSession spark;
  private final TrialShop shop;
  private final Random random = new Random(25);

  private TwoRunsTrial(SparkSession spark, TrialShop shop) {
    this.spark = spark;
    this.shop = shop;
  }

  /** Runs as many trials as asked for on each store that is named, and prints a line a store. */
  public static void main(String[] arguments) throws IOException {
    SparkSession spark = SparkExtension.session();
    TwoRunsTrial trials = new TwoRunsTrial(spark, new TrialShop(Path.of("target/trials/two")));
    int times = Integer.parseInt(arguments[0]);
    boolean good = true;
    for (String store : List.of(arguments).subList(1, arguments.length)) {
      good &= trials.on(TestStore.valueOf(store), times);
    }
    System.exit(good ? 0 : 1);
  }

  private boolean on(TestStore store, int times) throws IOException {
    store.settings().forEach(spark.sparkContext().hadoopConfiguration()::set);
    int good = 0;
    try (RunWorker first = new RunWorker(store.settings());
        RunWorker second = new RunWorker(store.settings())) {
      SortedMap<String, List<String>> alone = alone(store, first, second);
      for (int trial = 1; trial <= times; trial++) {
        String fault = trial(store.folder(), List.of(first, second), alone);
        System.out.printf("%s %d: %s%n", store, trial, fault.isEmpty() ? "good" : fault);
        good += fault.isEmpty() ? 1 : 0;
      }
    }
    System.out.printf("RESULT %s: %d of %d trials good%n", store, good, times);
    return good == times;
  }

  /** The rows of one run that nobody disturbs; both processes are warm afterwards. */
  private SortedMap<String, List<String>> alone(TestStore store, RunWorker a, RunWorker b)
      throws IOException {
    String warehouse = store.folder();
    run(a, store.folder(), "warm");
    run(b, warehouse, "alone");
    require(a.answer());
    require(b.answer());
    return new PublishedRows(spark, warehouse).all();
  }

  private static void require(Answer answer) {
    if (answer.code() != 0) {
      throw new IllegalStateException("a run alone fails: " + answer);
    }
  }

  private void run(RunWorker worker, String warehouse, String id) throws IOException {
    worker.ask(shop.command(warehouse, "run", "--run-id", id));
  }

  private String trial(
      String warehouse, List<RunWorker> rivals, SortedMap<String, List<String>> alone)
      throws IOException {
    int early = random.nextInt(2);
    run(rivals.get(early), warehouse, "run-" + early);
    if (random.nextBoolean()) {
      LockSupport.parkNanos(random.nextInt(LATEST_MILLISECONDS) * MILLISECOND);
    }
    run(rivals.get(1 - early), warehouse, "run-" + (1 - early));
    Answer a = rivals.get(0).answer();
    Answer b = rivals.get(1).answer();
    if (Math.min(a.code(), b.code()) != 0 || Math.max(a.code(), b.code()) != 5) {
      return "exit codes " + a + " and " + b;
    }
    return fault(warehouse, a.code() == 0 ? "run-0" : "run-1", alone);
  }

  /** A sentence on what is not as of one run; empty where all is. */
  private String fault(String warehouse, String winner, SortedMap<String, List<String>> alone) {
    PublishedRows rows = new PublishedRows(spark, warehouse);
    List<LedgerEntry> ledger = rows.ledger();
    long published =
        ledger.stream().filter(line -> line.outcome().status() == JobStatus.PUBLISHED).count();
    if (published != 1 || !ledger.stream().allMatch(line -> line.stamp().run().equals(winner))) {
      return "the ledger holds lines of another run than " + winner + ", or not one publication";
    }
    // Exports are noted with the id of their run.
    SortedMap<String, List<String>> found = new TreeMap<>();
    rows.all()
        .forEach(
            (table, lines) ->
                found.put(
                    table,
                    lines.stream().map(row -> row.replace(winner, "alone")).sorted().toList()));
    return rows.unpublished().isEmpty()
        ? difference(alone, found)
        : "tables have newer versions than the published ones: " + rows.unpublished();
  }

  /** The names of tables whose rows differ; empty where none do. */
  static String difference(
      SortedMap<String, List<String>> wanted, SortedMap<String, List<String>> found) {
    TreeSet<String> others = new TreeSet<>(wanted.keySet());
    others.addAll(found.keySet());
    others.removeIf(
        table -> wanted.containsKey(table) && wanted.get(table).equals(found.get(table)));
    return others.isEmpty() ? "" : "tables differ: " + others;
  }
}
