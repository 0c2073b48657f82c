package dev.weft.executor;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncEvent;
import dev.weft.runtime.AsyncException;
import dev.weft.runtime.Channel;
import dev.weft.runtime.TaskGroup;
import dev.weft.runtime.TaskHandle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A function with several items in work at once: each is a task of its own; another task passes the
 * results on in the order of the items.
 */
final class ConcurrentWorker extends FunctionWorker {
  private final int concurrency;

  /** An item in work, or, where there is none, how far the node is. */
  private static final class Slot {
    final @Nullable Object item;
    final @Nullable TaskHandle<@Nullable Object> result;
    final long index;
    final long origin;
    final long @Nullable [] key;

    Slot(
        @Nullable Object item,
        @Nullable TaskHandle<@Nullable Object> result,
        long index,
        long origin,
        long @Nullable [] key) {
      this.item = item;
      this.result = result;
      this.index = index;
      this.origin = origin;
      this.key = key;
    }
  }

  private final Channel<Slot> slots;

  /** Holds a token for each item in work. */
  private final Channel<Boolean> inWork;

  private final boolean batched;

  /** Set once the item taken last has begun; where the node does not say so, from the start. */
  private AsyncEvent begun = AsyncEvent.create();

  private long @Nullable [] failureKey;

  ConcurrentWorker(
      Node node, NodeSpec spec, Inlet inlet, Outlet outlet, Meter meter, EngineRun run) {
    super(node, spec, inlet, outlet, meter, run);
    this.concurrency = spec.execution().concurrency();
    this.batched = node instanceof Node.Batched;
    begun.set();
    this.slots = Channel.buffered(concurrency);
    this.inWork = Channel.buffered(concurrency);
  }

  @Override
  long @Nullable [] failureKey() {
    return failureKey != null ? failureKey : inlet.key;
  }

  @Override
  void work() throws Exception {
    try {
      Async.<@Nullable Void, RuntimeException>group(group -> {
        group.spawn(id + " results", () -> passOn());
        takeIn(group);
        return null;
      });
    } catch (AsyncException.Join e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private void takeIn(TaskGroup group) {
    inlet.beforeWait(promise -> {
      if (promise != null && outlet.isKeyed()) {
        slots.send(new Slot(null, null, -1, -1, promise));
      }
    });
    while (inlet.next()) {
      Object item = inlet.current();
      inWork.send(Boolean.TRUE);
      AsyncEvent before = begun;
      AsyncEvent after = batched ? AsyncEvent.create() : before;
      begun = after;
      long index = inlet.index;
      TaskHandle<@Nullable Object> result =
          group.<@Nullable Object>spawn(
              id + " item " + index, () -> work(item, index, before, after));
      slots.send(new Slot(item, result, index, inlet.origin, inlet.key));
    }
    slots.close();
  }

  private @Nullable Object work(Object item, long index, AsyncEvent before, AsyncEvent after) {
    try {
      before.await();
      return work(item, index, after::set);
    } finally {
      after.set();
    }
  }

  private @Nullable Object work(Object item, long index, Runnable whenBegun) {
    meter.beginItem();
    long start = System.nanoTime();
    try {
      return attempts.call(item, index, whenBegun);
    } finally {
      meter.endItem(System.nanoTime() - start);
      inWork.tryReceive();
    }
  }

  private void passOn() {
    for (; ; ) {
      Optional<Slot> next = slots.tryReceive();
      if (next.isEmpty()) {
        outlet.flush(null);
        next = slots.receiveOrClosed();
      }
      if (next.isEmpty()) {
        return;
      }
      passOn(next.get());
    }
  }

  private void passOn(Slot slot) {
    TaskHandle<@Nullable Object> result = slot.result;
    if (result == null || slot.item == null) {
      outlet.flush(slot.key);
      return;
    }
    if (!result.isFinished()) {
      outlet.flush(null);
    }
    try {
      deliver(slot.item, result.await(), slot.index, slot.origin, slot.key);
    } catch (ItemFailure e) {
      failureKey = slot.key;
      // Told now: the others in work may be slow to stop.
      run.nodeFailed(e.error());
      throw e;
    }
  }
}
