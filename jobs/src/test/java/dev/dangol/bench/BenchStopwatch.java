package dev.dangol.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.Supplier;

/** Prints what a part of this process took: a line with its name, processor and wall seconds. */
final class BenchStopwatch {
  private static final double NANOS = 1e9;

  private BenchStopwatch() {}

  static <T> T measured(String what, Supplier<T> part) {
    long wall = System.nanoTime();
    long processor = processorNanos();
    T result = part.get();
    System.out.printf(
        Locale.ROOT,
        "%s\t%.2f\t%.2f%n",
        what,
        (processorNanos() - processor) / NANOS,
        (System.nanoTime() - wall) / NANOS);
    return result;
  }

  /** All threads, so that compiling and collecting garbage are in it. */
  private static long processorNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
