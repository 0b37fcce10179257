package dev.dangol.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * The same work on several things that have nothing to do with one another. Of a small table most
 * time goes into waiting for its commit, which another one can use.
 */
public final class ParallelTasks {
  private static final int AT_ONCE = 3;

  private ParallelTasks() {}

  /** Does several things, a few at a time, and returns when all of them are over. */
  public static void all(Runnable... works) {
    each(List.of(works), Runnable::run);
  }

  /**
   * Does the work on each, a few at a time, and returns when all of it is over.
   *
   * @throws RuntimeException what the first of them, in their order, failed with
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
