package dev.weft.executor;

import dev.weft.runtime.CancellationError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where items leave a node, to each of its queues. For one task at a time. */
final class Outlet {
  private final List<Edge.Writer> writers;
  private final boolean keyed;
  private final Signal signal;
  private final Meter meter;
  private final Stop stop;
  private WaitHook aroundWait = WaitHook.NONE;
  private boolean deserted;

  /** Told when the node begins and ends to wait for room. */
  interface WaitHook {
    WaitHook NONE =
        new WaitHook() {
          @Override
          public void begin() {}

          @Override
          public void end() {}
        };

    void begin();

    void end();
  }

  Outlet(List<Edge.Writer> writers, boolean keyed, Signal signal, Meter meter, Stop stop) {
    this.writers = List.copyOf(writers);
    this.keyed = keyed;
    this.signal = signal;
    this.meter = meter;
    this.stop = stop;
  }

  void aroundWait(WaitHook hook) {
    aroundWait = hook;
  }

  /** Whether an item could not be passed on because nobody takes items any more. */
  boolean isDeserted() {
    return deserted;
  }

  /** Whether what leaves needs {@link Keys}, as some queues are merged by them further on. */
  boolean isKeyed() {
    return keyed;
  }

  /**
   * Passes an item on.
   *
   * @throws CancellationError if the run is ending, or nobody takes items any more
   */
  void emit(Object item, long origin, long @Nullable [] key) {
    stop.check();
    put(item, origin, key);
    meter.out();
  }

  private void put(Object item, long origin, long @Nullable [] key) {
    boolean taken = false;
    for (int i = 0; i < writers.size(); i++) {
      Edge.Writer writer = writers.get(i);
      if (!writer.isAbandoned() && (writer.hasRoom() || awaitRoom(writer))) {
        writer.put(item, origin, key);
        taken = true;
      }
    }
    if (!taken) {
      deserted = true;
      throw new CancellationError(Stop.NOBODY_LEFT);
    }
  }

  /** Whether so many items can be passed on without a wait. */
  boolean hasRoom(int items) {
    for (int i = 0; i < writers.size(); i++) {
      Edge.Writer writer = writers.get(i);
      if (!writer.isAbandoned() && !writer.hasRoom(items)) {
        return false;
      }
    }
    return true;
  }

  /** Waits for room; false if nobody takes items any more. */
  private boolean awaitRoom(Edge.Writer writer) {
    writers.forEach(Edge.Writer::wakeReader);
    long start = System.nanoTime();
    aroundWait.begin();
    while (writer.prepareToWait()) {
      signal.await();
    }
    aroundWait.end();
    meter.waitedForRoom(System.nanoTime() - start);
    return !writer.isAbandoned();
  }

  /** Lets readers have what there is, and tells them what can still come. */
  void flush(long @Nullable [] promise) {
    for (int i = 0; i < writers.size(); i++) {
      Edge.Writer writer = writers.get(i);
      if (writer.isNews(promise)
          && !writer.isAbandoned()
          && (writer.hasRoom() || awaitRoom(writer))) {
        writer.put(Mark.PROGRESS, -1, promise);
      }
      writer.wakeReader();
    }
  }

  /** Ends all queues, after what is in them. */
  void end(Mark mark, long origin, long @Nullable [] key) {
    for (Edge.Writer writer : writers) {
      if (!writer.isAbandoned() && (writer.hasRoom() || awaitRoom(writer))) {
        writer.put(mark, origin, key);
      }
      writer.wakeReader();
    }
  }
}
