package dev.weft.executor.translated;

import dev.weft.executor.ItemStream;
import dev.weft.python.AsyncSource;
import dev.weft.python.Errors;
import dev.weft.python.Future;
import dev.weft.python.Hosting;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code weft.Stream}, for translated code: the items that reach a streaming node. The node's own
 * task takes them as they are asked for; for other tasks of the node it fetches them while it
 * waits.
 */
public final class NodeStream implements AsyncSource<@Nullable Object>, Hosting.Errand {
  private final ItemStream in;
  private final NodeInstance instance;

  // Guarded by this.
  private final ArrayDeque<Future<Boolean>> asked = new ArrayDeque<>();
  private final ArrayDeque<Object> fetched = new ArrayDeque<>();
  private boolean ended;

  /** Whether something was fetched and is still here, or the end; read without the lock, too. */
  private volatile boolean kept;

  NodeStream(ItemStream in, NodeInstance instance) {
    this.in = in;
    this.instance = instance;
    instance.hosting().errand(this);
  }

  /** {@code __aiter__()}. */
  public NodeStream iterateAsync() {
    return this;
  }

  @Override
  public @Nullable Object nextAsync() {
    boolean own = instance.hosting().isHostTask();
    for (; ; ) {
      Object item = kept ? takeKept() : null;
      if (item == null) {
        if (!own || !in.await(Duration.ZERO)) {
          ask();
          continue;
        }
        Optional<Object> next = in.next();
        if (next.isEmpty()) {
          keep(next);
          continue;
        }
        item = next.get();
      }
      instance.setup().beginNext();
      return Crossing.in(item);
    }
  }

  /** What was fetched; null if others were first. */
  private synchronized @Nullable Object takeKept() {
    Object item = fetched.poll();
    if (item == null && ended) {
      throw new Errors.StopAsyncIteration();
    }
    kept = ended || !fetched.isEmpty();
    return item;
  }

  private synchronized void keep(Optional<Object> item) {
    item.ifPresent(fetched::add);
    ended |= in.isEnded();
    kept = ended || !fetched.isEmpty();
  }

  /** Lets the node's own task fetch something while it waits, and waits for it, as code may. */
  private void ask() {
    instance.setup().state().save();
    Future<Boolean> future = new Future<>();
    synchronized (this) {
      asked.add(future);
    }
    instance.hosting().remind();
    try {
      future.await();
    } finally {
      synchronized (this) {
        asked.remove(future);
      }
    }
  }

  @Override
  public synchronized boolean isWanted() {
    return !ended && fetched.isEmpty() && !asked.isEmpty();
  }

  @Override
  public void run() {
    Optional<Object> item = in.nextOrWoken();
    keep(item);
    // Being woken is no news, and may be left from a wait before.
    if (item.isPresent() || in.isEnded()) {
      instance.hosting().post(this::tell);
    }
  }

  /** All look; those who find nothing ask again. */
  private void tell() {
    List<Future<Boolean>> waiting;
    synchronized (this) {
      waiting = List.copyOf(asked);
    }
    waiting.stream().filter(it -> !it.isDone()).forEach(it -> it.setResult(true));
  }

  @Override
  public void wake() {
    in.wake();
  }
}
