package dev.weft.executor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue between one writer and one reader, without a lock. Writer and reader wake each
 * other through their {@link Signal}s, and not for each item: a reader that waits is woken once a
 * good number has come, once the writer itself has to wait, or by the run's pulse a moment later.
 */
final class Edge {
  private static final VarHandle TAIL;
  private static final VarHandle READER_WAITS;
  private static final VarHandle WRITER_WAITS;
  private static final VarHandle PULSE_SET;

  /** So many items wake a reader at once. */
  private static final int ENOUGH = 128;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      TAIL = lookup.findVarHandle(Edge.class, "tail", long.class);
      READER_WAITS = lookup.findVarHandle(Edge.class, "readerWaits", boolean.class);
      WRITER_WAITS = lookup.findVarHandle(Edge.class, "writerWaits", boolean.class);
      PULSE_SET = lookup.findVarHandle(Edge.class, "pulseSet", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final int capacity;
  private final int mask;
  private final @Nullable Object[] items;
  private final long[] origins;
  private final long @Nullable [][] keys;
  private final Signal readerSignal;
  private final Signal writerSignal;
  private final Pulse pulse;

  private volatile long tail;
  private volatile long head;
  private volatile boolean readerWaits;
  private volatile boolean writerWaits;
  private volatile boolean pulseSet;
  private volatile boolean abandoned;

  /** Told how long a sampled item was in the queue, in nanoseconds; null if nobody asks. */
  private final @Nullable LongConsumer probe;

  /** The number of the item that is sampled now, or -1; one at a time. */
  private volatile long sampled = -1;

  /** When the sampled item came; written before {@link #sampled}. */
  private long sampledSince;

  /**
   * A queue.
   *
   * @param keyed whether the items carry {@link Keys}
   */
  Edge(
      int capacity,
      boolean keyed,
      Signal readerSignal,
      Signal writerSignal,
      Pulse pulse,
      @Nullable LongConsumer probe) {
    this.probe = probe;
    this.capacity = capacity;
    int size = capacity == 1 ? 1 : Integer.highestOneBit(capacity - 1) << 1;
    this.mask = size - 1;
    this.items = new Object[size];
    this.origins = new long[size];
    this.keys = keyed ? new long[size][] : null;
    this.readerSignal = readerSignal;
    this.writerSignal = writerSignal;
    this.pulse = pulse;
  }

  boolean isKeyed() {
    return keys != null;
  }

  /** How many items stand in it; those just taken may still count. */
  long size() {
    return Math.max(0, tail - head);
  }

  /** Wakes the reader if it waits for this queue. */
  void wakeReader() {
    if (readerWaits && READER_WAITS.compareAndSet(this, true, false)) {
      readerSignal.raise();
    }
  }

  /** Asks for a pulse; false if one was asked for. */
  boolean requestPulse() {
    return !pulseSet && PULSE_SET.compareAndSet(this, false, true);
  }

  /** The pulse. */
  void pulse() {
    pulseSet = false;
    wakeReader();
  }

  private void wakeWriter() {
    if (writerWaits && WRITER_WAITS.compareAndSet(this, true, false)) {
      writerSignal.raise();
    }
  }

  /** The side that puts items in; for one task at a time. */
  final class Writer {
    private long next;
    private long headSeen;
    private long @Nullable [] lastKey;
    private boolean lastIsPromise;

    /** Whether nobody takes items any more. */
    boolean isAbandoned() {
      return abandoned;
    }

    boolean hasRoom() {
      return hasRoom(1);
    }

    /** Whether there is room for so many. */
    boolean hasRoom(int items) {
      if (next - headSeen + items <= capacity) {
        return true;
      }
      headSeen = head;
      return next - headSeen + items <= capacity;
    }

    /** Puts an item in; there must be room. */
    void put(Object item, long origin, long @Nullable [] key) {
      int slot = (int) next & mask;
      items[slot] = item;
      origins[slot] = origin;
      if (keys != null && key != null) {
        keys[slot] = key;
        lastKey = key;
        lastIsPromise = item == Mark.PROGRESS;
      }
      if (probe != null && sampled < 0) {
        sampledSince = System.nanoTime();
        sampled = next;
      }
      next++;
      TAIL.setVolatile(Edge.this, next);
      if (readerWaits) {
        if (next - head >= Math.min(ENOUGH, capacity)) {
          wakeReader();
        } else {
          pulse.request(Edge.this);
        }
      }
    }

    /** Whether a promise of progress tells the reader something. */
    boolean isNews(long @Nullable [] promise) {
      if (keys == null || promise == null) {
        return false;
      }
      long[] last = lastKey;
      return last == null
          || (lastIsPromise ? Keys.compare(promise, last) : Keys.compareToAfter(promise, last)) > 0;
    }

    void wakeReader() {
      Edge.this.wakeReader();
    }

    /** Says that the writer is about to wait for room; false if it need not. */
    boolean prepareToWait() {
      writerWaits = true;
      if (hasRoom() || abandoned) {
        writerWaits = false;
        return false;
      }
      return true;
    }
  }

  /** The side that takes items out; for one task at a time. */
  final class Reader {
    private final int batch = Math.clamp(capacity / 4, 1, 32);
    private long next;
    private long tailSeen;
    private long published;

    /** What is first, or null if there is nothing now. */
    @Nullable Object peek() {
      if (next == tailSeen) {
        tailSeen = tail;
        if (next == tailSeen) {
          return null;
        }
      }
      return items[(int) next & mask];
    }

    long origin() {
      return origins[(int) next & mask];
    }

    long @Nullable [] key() {
      return keys == null ? null : keys[(int) next & mask];
    }

    /** Takes what is first. */
    void advance() {
      if (probe != null && sampled == next) {
        probe.accept(System.nanoTime() - sampledSince);
        sampled = -1;
      }
      items[(int) next & mask] = null;
      next++;
      if (next - published >= batch) {
        publish();
      }
    }

    private void publish() {
      published = next;
      head = next;
      if (writerWaits && tail - next <= capacity / 2) {
        wakeWriter();
      }
    }

    /** Gives all room back that was freed. */
    void settle() {
      if (published != next) {
        publish();
      }
      wakeWriter();
    }

    /** Says that the reader is about to wait for items; false if it need not. */
    boolean prepareToWait() {
      readerWaits = true;
      if (peek() != null) {
        readerWaits = false;
        return false;
      }
      return true;
    }

    void stopWaiting() {
      readerWaits = false;
    }

    /** Takes nothing any more: the writer need not go on. From any task. */
    void abandon() {
      abandoned = true;
      wakeWriter();
    }
  }
}
