package dev.weft.executor.python;

import dev.weft.runtime.AsyncEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a guest was given to do: its results, as they come, and how it stands. Written by
 * the task that calls the guest, read by the one that wants the results.
 */
final class PythonJob {
  final int number;

  /** Set when something has changed. */
  private final AsyncEvent changed = AsyncEvent.create();

  // Guarded by this.
  private List<Object> results = new ArrayList<>();
  private boolean ended;
  private boolean cancelled;
  private boolean wants;
  private @Nullable RuntimeException failure;
  private int untouched;

  /** How long the guest has worked since the last result, in nanoseconds. */
  private long worked;

  PythonJob(int number) {
    this.number = number;
  }

  /**
   * What is new.
   *
   * @param results what came
   * @param ended whether no more will come
   * @param wants whether it waits for items
   * @param failure why it ended, if it failed
   * @param untouched how many items it was brought and, when it failed, had not taken
   */
  record News(
      List<Object> results,
      boolean ended,
      boolean wants,
      @Nullable RuntimeException failure,
      int untouched) {}

  /** What is new now. */
  synchronized News take() {
    News news = new News(results, ended, wants, failure, untouched);
    results = new ArrayList<>();
    return news;
  }

  /** Says that it was brought what it waits for. */
  synchronized void fed() {
    wants = false;
  }

  /** Waits until there are results, or no more will come. */
  News next() {
    while (true) {
      changed.clear();
      News news = take();
      if (!news.results().isEmpty() || news.ended()) {
        return news;
      }
      changed.await();
    }
  }

  /** Waits until something may have changed. */
  void awaitChange() {
    changed.await();
  }

  /** Forgets the changes so far: {@link #awaitChange} is for later ones. */
  void clearChanges() {
    changed.clear();
  }

  void wake() {
    changed.set();
  }

  synchronized boolean isEnded() {
    return ended;
  }

  synchronized boolean wasCancelled() {
    return cancelled;
  }

  synchronized int waiting() {
    return results.size();
  }

  /** Counts work without a result; how much there was since the last. */
  synchronized long worked(long nanos) {
    worked += nanos;
    return worked;
  }

  void add(List<Object> more, boolean wantsItems) {
    synchronized (this) {
      if (!more.isEmpty()) {
        results.addAll(more);
        worked = 0;
      }
      wants = wantsItems;
    }
  }

  void end(boolean byCancellation, @Nullable RuntimeException why) {
    end(byCancellation, why, 0);
  }

  void end(boolean byCancellation, @Nullable RuntimeException why, int left) {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      cancelled = byCancellation;
      failure = why;
      untouched = left;
    }
    changed.set();
  }
}
