package dev.weft.executor;

import dev.weft.runtime.Async;
import dev.weft.runtime.CancellationError;
import dev.weft.runtime.TaskHandle;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A streaming node. */
final class StreamWorker extends Worker implements ItemStream, Emitter {
  private final Node.Streaming node;
  private final int rank;
  private final ItemWatch watch;

  /** Where the last items stem from, for errors; as many as a node takes at once. */
  private final long[] origins = new long[256];

  private int untouched;
  private @Nullable Thread owner;
  private Optional<TaskHandle<?>> ownerTask = Optional.empty();
  private boolean ended;

  // Where the next emission stands: number `made` under `base`, which came with the item `baseOf`.
  private long[] base;
  private long @Nullable [] baseOf;
  private long made;

  /** What was emitted or promised last. */
  private long @Nullable [] last;

  private boolean lastIsPromise;

  StreamWorker(
      Node.Streaming node,
      NodeSpec spec,
      int rank,
      Inlet inlet,
      Outlet outlet,
      Meter meter,
      EngineRun run) {
    super(spec.id(), inlet, outlet, meter, run);
    this.node = node;
    this.rank = rank;
    this.base = Keys.atStart(rank);
    this.watch = new ItemWatch(spec, run);
  }

  @Override
  void work() throws Exception {
    owner = Thread.currentThread();
    ownerTask = Async.currentTask();
    inlet.beforeWait(this::flush);
    outlet.aroundWait(watch);
    try {
      node.process(this, this);
    } catch (CancellationError e) {
      throw watch.translate(e);
    } finally {
      watch.disarm();
    }
    if (inlet.failure() != null) {
      throw new CancellationError("a node before failed");
    }
  }

  private void flush(long @Nullable [] promise) {
    outlet.flush(promise);
    if (promise != null && outlet.isKeyed() && (last == null || Keys.compare(promise, last) > 0)) {
      last = promise;
      lastIsPromise = true;
    }
  }

  private void checkOwner() {
    // The body of a generator has a thread of its own, and runs in the task that asks it.
    if (Thread.currentThread() != owner && !Async.currentTask().equals(ownerTask)) {
      throw new IllegalStateException(
          "node '%s': its stream and emitter were used by thread '%s'; only the task that runs the node may, so let other tasks hand their results to it through a Channel"
              .formatted(id, Thread.currentThread().getName()));
    }
  }

  @Override
  public Optional<Object> next() {
    return next(false);
  }

  @Override
  public Optional<Object> nextOrWoken() {
    return next(true);
  }

  @Override
  public void wake() {
    inlet.wake();
  }

  @Override
  public boolean isEnded() {
    return ended;
  }

  private Optional<Object> next(boolean wakeable) {
    checkOwner();
    watch.disarm();
    if (wakeable ? inlet.nextOrWoken() : inlet.next()) {
      watch.arm();
      untouched = 0;
      origins[(int) (inlet.index % origins.length)] = inlet.origin;
      return Optional.of(inlet.current());
    }
    ended = inlet.isEnded();
    if (!ended) {
      watch.arm();
      return Optional.empty();
    }
    if (inlet.failure() != null) {
      // What the node would emit now, such as a partial batch, must not follow a failure.
      throw new CancellationError("a node before failed");
    }
    watch.arm();
    return Optional.empty();
  }

  @Override
  public void untouched(int items) {
    checkOwner();
    untouched = items;
  }

  @Override
  NodeError error(Throwable cause) {
    long index = inlet.index - untouched;
    boolean known = untouched > 0 && untouched < origins.length && index >= 0;
    return error(cause, index, known ? origins[(int) (index % origins.length)] : inlet.origin, 1);
  }

  @Override
  public boolean await(Duration limit) {
    checkOwner();
    watch.disarm();
    try {
      return inlet.await(limit);
    } finally {
      watch.arm();
    }
  }

  @Override
  public void emit(Object item) {
    checkOwner();
    Objects.requireNonNull(item, "an emitted item is null; leave the call out to drop an item");
    if (inlet.failure() != null) {
      throw new CancellationError("a node before failed");
    }
    outlet.emit(item, ended ? -1 : inlet.origin, outlet.isKeyed() ? nextKey() : null);
  }

  @Override
  public boolean hasRoom() {
    return outlet.hasRoom(1);
  }

  @Override
  long @Nullable [] failureKey() {
    return inlet.failure() != null ? inlet.key : nextKey();
  }

  private long[] nextKey() {
    long[] now = ended ? null : inlet.key;
    if (now != baseOf || (ended && base[0] != Long.MAX_VALUE)) {
      baseOf = now;
      base = ended ? Keys.atEnd(rank) : Objects.requireNonNull(now);
      made = 0;
    }
    long[] key = Keys.under(base, made++);
    long[] floor = last;
    if (floor != null && !isBeyond(key, floor)) {
      // Emitted later than the node had promised to be, as on a timer; it comes next all the same.
      base = lastIsPromise ? floor : Arrays.copyOf(floor, floor.length - 1);
      made = lastIsPromise ? 0 : floor[floor.length - 1] + 1;
      key = Keys.under(base, made++);
    }
    last = key;
    lastIsPromise = false;
    return key;
  }

  private boolean isBeyond(long[] key, long[] floor) {
    return lastIsPromise ? Keys.compare(key, floor) >= 0 : Keys.compareToAfter(key, floor) >= 0;
  }

  @Override
  public Iterator<Object> iterator() {
    return new Iterator<>() {
      private Optional<Object> next = Optional.empty();

      @Override
      public boolean hasNext() {
        if (next.isEmpty() && !ended) {
          next = StreamWorker.this.next();
        }
        return next.isPresent();
      }

      @Override
      public Object next() {
        if (!hasNext()) {
          throw new NoSuchElementException("the stream has ended; ask hasNext() first");
        }
        Object item = next.orElseThrow();
        next = Optional.empty();
        return item;
      }
    };
  }
}
