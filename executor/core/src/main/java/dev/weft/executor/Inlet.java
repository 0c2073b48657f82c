package dev.weft.executor;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where items enter a node, from one or more queues. After {@link #next()} returned true, the
 * fields tell of the item. For the node's own task.
 */
abstract class Inlet {
  /** Told before the node waits for an item, so that it passes on what it has. */
  interface BeforeWait {
    void flush(long @Nullable [] promise);
  }

  final List<Edge.Reader> readers;
  private final Signal signal;
  private final Meter meter;
  private final Stop stop;
  private BeforeWait beforeWait = promise -> {};
  private @Nullable NodeError failure;
  private boolean ended;

  /** Whether a wait may be broken off by {@link #wake}. */
  private boolean wakeable;

  private volatile boolean woken;

  @Nullable Object item;
  long origin = -1;
  long @Nullable [] key;
  long index = -1;

  /** The number of the queue that the item came through. */
  int from;

  Inlet(List<Edge.Reader> readers, Signal signal, Meter meter, Stop stop) {
    this.readers = List.copyOf(readers);
    this.signal = signal;
    this.meter = meter;
    this.stop = stop;
  }

  /** An inlet from queues that are taken from as items arrive. */
  static Inlet of(List<Edge.Reader> readers, Signal signal, Meter meter, Stop stop) {
    return readers.size() == 1
        ? new SingleInlet(readers, signal, meter, stop)
        : new ArrivalInlet(readers, signal, meter, stop);
  }

  final void beforeWait(BeforeWait hook) {
    beforeWait = hook;
  }

  /**
   * Goes to the next item; false at the end, or if a node before has failed, which {@link
   * #failure()} tells.
   */
  final boolean next() {
    if (ended) {
      return false;
    }
    stop.check();
    if (advance()) {
      index++;
      meter.in();
      return true;
    }
    ended = !wakeable || !woken;
    item = null;
    return false;
  }

  /**
   * {@link #next()}, but false too once {@link #wake} was called since the last call, if it would
   * have to wait; {@link #isEnded} tells.
   */
  final boolean nextOrWoken() {
    wakeable = true;
    try {
      return next();
    } finally {
      wakeable = false;
      woken = false;
    }
  }

  /** Breaks off a wait in {@link #nextOrWoken}, or the next one; from any thread. */
  final void wake() {
    woken = true;
    signal.raise();
  }

  final boolean isEnded() {
    return ended;
  }

  /** The current item. */
  final Object current() {
    return Objects.requireNonNull(item);
  }

  /** The failure of a node before, once it has come through. */
  final @Nullable NodeError failure() {
    return failure;
  }

  /** What the next key will be at least, as far as is known. */
  abstract long @Nullable [] promise();

  /** Finds the next item and puts it into the fields; false at the end, or if woken. */
  abstract boolean advance();

  final void take(Edge.Reader reader, Object first) {
    item = first;
    origin = reader.origin();
    key = reader.key();
    reader.advance();
  }

  /** Ends the inlet because of a failure before. */
  final boolean failed(Edge.Reader reader, Mark mark) {
    key = reader.key();
    origin = reader.origin();
    failure = mark.error();
    return false;
  }

  /** The queues that must bring something before {@link #next()} can return; empty if it can. */
  abstract List<Edge.Reader> lacking();

  /** Waits until {@link #next()} would return at once, but no longer than a time; whether so. */
  final boolean await(Duration limit) {
    if (ended || lacking().isEmpty()) {
      return true;
    }
    if (!limit.isPositive()) {
      return false;
    }
    try {
      Async.timeout(
          limit,
          () -> {
            for (List<Edge.Reader> lacking = lacking(); !lacking.isEmpty(); lacking = lacking()) {
              await(lacking);
            }
          });
      return true;
    } catch (AsyncException.Timeout e) {
      return lacking().isEmpty();
    }
  }

  /** Waits until a queue has something, or one of several; false if woken without that. */
  final boolean await(List<Edge.Reader> awaited) {
    beforeWait.flush(promise());
    readers.forEach(Edge.Reader::settle);
    meter.beginWaitForItems();
    long start = System.nanoTime();
    boolean empty;
    try {
      while ((empty = allEmpty(awaited)) && !(wakeable && woken)) {
        signal.await();
      }
    } finally {
      awaited.forEach(Edge.Reader::stopWaiting);
      meter.endWaitForItems(System.nanoTime() - start);
    }
    return !empty;
  }

  private static boolean allEmpty(List<Edge.Reader> awaited) {
    for (Edge.Reader reader : awaited) {
      if (!reader.prepareToWait()) {
        return false;
      }
    }
    return true;
  }

  /** Takes nothing any more, so that those before can end. From any task. */
  final void abandon() {
    readers.forEach(Edge.Reader::abandon);
  }

  /** One queue. */
  private static final class SingleInlet extends Inlet {
    private final Edge.Reader reader;
    private long @Nullable [] promise;

    SingleInlet(List<Edge.Reader> readers, Signal signal, Meter meter, Stop stop) {
      super(readers, signal, meter, stop);
      reader = readers.getFirst();
    }

    @Override
    boolean advance() {
      for (; ; ) {
        Object first = reader.peek();
        if (first == null) {
          if (!await(readers)) {
            return false;
          }
        } else if (!(first instanceof Mark mark)) {
          promise = null;
          take(reader, first);
          return true;
        } else if (mark == Mark.PROGRESS) {
          promise = reader.key();
          reader.advance();
        } else {
          return mark != Mark.END && failed(reader, mark);
        }
      }
    }

    @Override
    List<Edge.Reader> lacking() {
      for (Object first = reader.peek(); first != null; first = reader.peek()) {
        if (first != Mark.PROGRESS) {
          return List.of();
        }
        promise = reader.key();
        reader.advance();
      }
      return readers;
    }

    @Override
    long @Nullable [] promise() {
      long[] last = key;
      return promise != null || last == null ? promise : Keys.after(last);
    }
  }

  /**
   * Several queues, items as they come; a queue that always has some does not starve the others.
   */
  private static final class ArrivalInlet extends Inlet {
    private static final int TURN = 64;

    private int at;
    private int taken;
    private final boolean[] ended;

    ArrivalInlet(List<Edge.Reader> readers, Signal signal, Meter meter, Stop stop) {
      super(readers, signal, meter, stop);
      ended = new boolean[readers.size()];
    }

    @Override
    boolean advance() {
      for (; ; ) {
        for (int tried = 0; tried < readers.size(); tried++) {
          if (taken == TURN || tried > 0) {
            at = (at + 1) % readers.size();
            taken = 0;
          }
          Edge.Reader reader = readers.get(at);
          Object first = ended[at] ? null : reader.peek();
          if (first instanceof Mark mark) {
            if (mark == Mark.END) {
              ended[at] = true;
            } else if (mark != Mark.PROGRESS) {
              return failed(reader, mark);
            }
            reader.advance();
            tried = -1;
          } else if (first != null) {
            taken++;
            from = at;
            take(reader, first);
            return true;
          }
        }
        List<Edge.Reader> open = new ArrayList<>();
        for (int i = 0; i < ended.length; i++) {
          if (!ended[i]) {
            open.add(readers.get(i));
          }
        }
        if (open.isEmpty()) {
          return false;
        }
        if (!await(open)) {
          return false;
        }
      }
    }

    @Override
    List<Edge.Reader> lacking() {
      List<Edge.Reader> open = new ArrayList<>();
      for (int i = 0; i < ended.length; i++) {
        Object first = ended[i] ? null : readers.get(i).peek();
        if (first != null && first != Mark.PROGRESS && first != Mark.END) {
          return List.of();
        }
        if (first != null) {
          ended[i] = first == Mark.END;
          readers.get(i).advance();
          i--;
        } else if (!ended[i]) {
          open.add(readers.get(i));
        }
      }
      return open;
    }

    @Override
    long @Nullable [] promise() {
      return null;
    }
  }
}
