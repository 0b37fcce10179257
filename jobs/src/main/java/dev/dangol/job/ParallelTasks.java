package dev.dangol.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Runs independent small writes in parallel, because each mostly waits for its commit. */
public final class ParallelTasks {
  private static final int AT_ONCE = 3;

  private ParallelTasks() {}

  /** Runs several tasks, a few at a time, and returns when all of them have ended. */
  public static void all(Runnable... works) {
    each(List.of(works), Runnable::run);
  }

  /**
   * Runs the work on each thing, a few at a time, and returns when all of it has ended.
   *
   * @throws RuntimeException the failure of the first of them, in their order, that failed
   */
  public static <T> void each(Collection<T> things, Consumer<T> work) {
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<CompletableFuture<Void>> pending = new ArrayList<>();
      things.forEach(
          thing -> pending.add(CompletableFuture.runAsync(() -> work.accept(thing), workers)));
      CompletableFuture<Void> all =
          CompletableFuture.allOf(pending.toArray(CompletableFuture<?>[]::new));
      all.handle((done, failure) -> null).join();
      pending.forEach(CompletableFuture::join);
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failure;
    } finally {
      workers.shutdownNow();
    }
  }
}
