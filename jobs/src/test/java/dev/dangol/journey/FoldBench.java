package dev.dangol.journey;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Benchmark of the fold alone, in one thread and without Spark: people with ten touches and one
 * order each over three years are drawn, sorted in time, followed, and written as rows.
 *
 * <pre>FoldBench PEOPLE</pre>
 */
public final class FoldBench {
  private static final int TOUCHES = 10;
  private static final long START = 1_672_531_200_000_000L;
  private static final long SPAN = 1096 * GivenPerson.DAY;
  private static final double NANOS = 1e9;
  private static final List<String> EVENTS =
      List.of(
          "view", "view", "view", "search", "search", "help", "compare", "compare", "cart",
          "comment");
  private static final JourneyRules RULES =
      new JourneyRules(
          List.of("discovery", "problem_recognition", "consideration", "decision", "evaluation"),
          List.of(new GoalRule(0, "purchase", null)),
          List.of(),
          List.of("comparison", "help_page"),
          new JourneyTimes(
              90 * GivenPerson.DAY,
              GivenPerson.DAY,
              10_000_000L,
              3 * GivenPerson.DAY,
              START + SPAN));

  private FoldBench() {}

  /** The number of people. */
  public static void main(String[] arguments) throws IOException {
    int people = Integer.parseInt(arguments[0]);
    SplittableRandom chance = new SplittableRandom(1);
    long rows = 0;
    for (int person = 0; person < people; person++) {
      List<TraceItem> items = items(person, chance);
      items.sort(PersonTrace.order());
      PersonTrace trace = new PersonTrace(RULES);
      items.forEach(trace::add);
      rows += new TrackWriter(RULES, "C" + person, null).rows(trace).size();
    }
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.printf(
        "%d people, %d rows, %.1f CPU seconds%n", people, rows, system.getProcessCpuTime() / NANOS);
    Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .forEach(System.out::println);
  }

  private static List<TraceItem> items(int person, SplittableRandom chance) {
    List<TraceItem> items = new ArrayList<>();
    for (int touch = 0; touch < TOUCHES; touch++) {
      String event = EVENTS.get(chance.nextInt(EVENTS.size()));
      long drivers = event.equals("compare") ? 1 : event.equals("help") ? 2 : 0;
      int stage = GivenPerson.STAGES.get(event);
      items.add(
          item(TraceKind.EVENT, moment(chance), "e" + person + "-" + touch, stage, event, drivers));
    }
    items.add(
        item(TraceKind.LINE, moment(chance), "o" + person, TraceItem.NO_STAGE, "o" + person, 0));
    return items;
  }

  private static long moment(SplittableRandom chance) {
    return START + (long) (chance.nextDouble() * SPAN);
  }

  private static TraceItem item(
      TraceKind kind, long at, String key, int stage, String name, long drivers) {
    long goals = kind == TraceKind.LINE ? 1 : 0;
    return new TraceItem(
        kind, at, key, stage, name, "unnamed", "app", null, null, 0, 10_000, goals, drivers, false,
        null);
  }
}
