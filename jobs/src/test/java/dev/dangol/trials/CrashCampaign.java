package dev.dangol.trials;

import dev.dangol.testing.CrashingFiles.Harm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Campaign of crashes and other faults over every command that writes. Each is disturbed at some
 * operations on files; what readers see then is held against what they saw before and what an
 * undisturbed command gives, and so is what they see after it was run again.
 */
public final class CrashCampaign {
  private static final List<String> JOBS =
      List.of(
          "ingest",
          "features",
          "value",
          "segments",
          "contacts",
          "journey",
          "cohorts",
          "export",
          "report");
  private static final long MILLISECOND = 1_000_000;

  private final TrialShop shop;
  private final RunWorker worker;
  private final Random random;
  private final CrashTrials trials;
  private final List<CrashTally> tallies = new ArrayList<>();
  private String published;
  private CrashTrials others;
  private String twoDays;

  private CrashCampaign(TrialShop shop, RunWorker worker, Random random) {
    this.shop = shop;
    this.worker = worker;
    this.random = random;
    this.trials = new CrashTrials(shop, worker, random);
  }

  /** Runs the parts that are named, each with a number of trials: {@code jobs=20 kills=20}. */
  public static void main(String[] arguments) throws IOException {
    long seed = Long.parseLong(arguments[0]);
    TrialShop shop = new TrialShop(Path.of("target/trials/crash"));
    try (RunWorker worker = new RunWorker(Map.of())) {
      CrashCampaign campaign = new CrashCampaign(shop, worker, new Random(seed));
      campaign.published =
          campaign.trials.after("published", "", "run", "--as-of=" + TrialShop.BEFORE);
      for (String part : List.of(arguments).subList(1, arguments.length)) {
        String[] words = part.split("=", 2);
        campaign.part(words[0], Integer.parseInt(words[1]));
      }
      campaign.tallies.forEach(tally -> System.out.println(tally.line()));
      System.exit(campaign.tallies.stream().allMatch(CrashTally::isGood) ? 0 : 1);
    }
  }

  private void part(String name, int times) throws IOException {
    switch (name) {
      case "jobs" -> jobs(Harm.DEATH, times);
      case "full" -> jobs(Harm.FULL_DISK, times);
      case "rights" -> jobs(Harm.NO_RIGHT, times);
      case "answers" -> jobs(Harm.LOST_ANSWER, times);
      case "first" -> run("first run", "", times);
      case "run" -> run("run", published, times);
      case "commands" -> {
        for (String command : List.of("forget", "maintain", "backfill")) {
          command(command, times);
        }
      }
      case "forget", "maintain", "backfill" -> command(name, times);
      case "kills" -> kills(times);
      case "readers" -> readers(times);
      default -> throw new IllegalArgumentException("no part " + name);
    }
  }

  /** Every job alone, each after those before it. */
  private void jobs(Harm harm, int points) throws IOException {
    String from = published;
    for (String job : JOBS) {
      String[] words = {job, "--as-of=" + TrialShop.DAY};
      tallies.add(trials.disturb(trials.undisturbed(job, from, words), harm, points));
      from = trials.after("after-" + harm + "-" + job, from, words);
    }
  }

  private void run(String name, String from, int points) throws IOException {
    CrashCase whole = trials.undisturbed(name, from, "run", "--as-of=" + TrialShop.DAY);
    tallies.add(trials.disturb(whole, Harm.DEATH, points));
  }

  /** Commands that stand beside runs, on a warehouse of two days. */
  private void command(String name, int points) throws IOException {
    if (others == null) {
      others = new CrashTrials(shop.withoutExports(), worker, random);
      String first = others.after("first", "", "run", "--as-of=" + TrialShop.BEFORE);
      twoDays = others.after("full", first, "run", "--as-of=" + TrialShop.DAY);
    }
    tallies.add(others.disturb(disturbed(name), Harm.DEATH, points));
  }

  private CrashCase disturbed(String name) throws IOException {
    switch (name) {
      case "forget" -> {
        Path list = shop.folder().resolve("forgotten.txt");
        Files.writeString(list, "customer_id\nc3\n");
        return others.undisturbed(name, twoDays, name, "--customers", list.toString());
      }
      case "maintain" -> {
        String[] keep = {name, "--set=keep.days=1", "--set=keep.old-versions-days=0"};
        return others.undisturbed(name, twoDays, keep);
      }
      default -> {
        String[] days = {name, "--from=2025-02-28", "--to=2025-03-31"};
        String[] day = {name, "--from=2025-02-28", "--to=2025-02-28"};
        return others
            .undisturbed(name, "", days)
            .passing(CrashTrials.rows(others.after("one-day", "", day)));
      }
    }
  }

  /** Processes that are killed at a random moment of a whole run. */
  private void kills(int times) throws IOException {
    CrashCase whole = trials.undisturbed("run", published, "run", "--as-of=" + TrialShop.DAY);
    CrashTally tally = new CrashTally("run | kill -9");
    long longest = 0;
    for (int trial = 0; trial <= times; trial++) {
      String warehouse = trials.place(published);
      try (RunWorker mortal = new RunWorker(Map.of())) {
        mortal.harm(Harm.NONE, CrashTrials.ENDLESS);
        long start = System.nanoTime();
        mortal.ask(trials.command(warehouse, whole.command()));
        if (trial == 0) {
          mortal.answer();
          longest = (System.nanoTime() - start) / MILLISECOND;
          System.out.println("a run takes " + longest + " ms");
          continue;
        }
        long moment = random.nextLong(longest);
        LockSupport.parkNanos(moment * MILLISECOND);
        mortal.kill();
        tally.begins(true);
        trials.repeat(whole, warehouse, "killed after " + moment + " ms", tally);
        System.out.println("so far " + tally.line());
      }
    }
    System.out.println(tally.line());
    tallies.add(tally);
  }

  private void readers(int runs) throws IOException {
    ReaderTrial readers = new ReaderTrial(shop, worker, trials.place(published));
    tallies.add(readers.during(runs));
  }
}
