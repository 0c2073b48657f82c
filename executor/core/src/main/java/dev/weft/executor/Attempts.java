package dev.weft.executor;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncCall;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.CancellationError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls a function for an item, with the timeout and the retries of its policy. */
final class Attempts {

  /** What became of an item that failed for good. */
  record Failed(Throwable cause, int attempts) {}

  /** The results of a call with one item. */
  private record Single(long index, Runnable whenBegun, List<Object> outputs)
      implements Node.Batched.Results {
    @Override
    public void begun() {
      whenBegun.run();
    }

    @Override
    public void next(List<?> more) {
      outputs.addAll(more);
    }
  }

  private final Node node;
  private final Optional<Duration> timeout;
  private final Optional<ExecutionPolicy.Retry> retry;
  private final String id;
  private final Meter meter;
  private final EngineRun run;

  Attempts(Node node, ExecutionPolicy policy, String id, Meter meter, EngineRun run) {
    this.node = node;
    this.timeout = policy.timeout();
    this.retry = policy.effectiveRetry();
    this.id = id;
    this.meter = meter;
    this.run = run;
  }

  /** Whether items may share a call: a timeout is for one. */
  boolean mayShare() {
    return timeout.isEmpty();
  }

  /** The result, null if the item was dropped, or a {@link Failed}. */
  @Nullable Object call(Object item, long index) {
    return call(item, index, Attempts::nothing);
  }

  /** As {@link #call(Object, long)}; a node that batches says when it has begun. */
  @Nullable Object call(Object item, long index, Runnable begun) {
    try {
      return attempt(item, index, begun);
    } catch (CancellationError e) {
      // Another node's failure, or the end of the run: nothing that a policy could mend.
      throw e;
    } catch (Exception e) {
      return callAgain(item, index, e);
    }
  }

  /** What {@link #call(Object, long)} gives for an item whose first attempt failed. */
  @Nullable Object callAgain(Object item, long index, Exception failure) {
    Exception last = failure;
    for (int attempt = 1; ; attempt++) {
      if (retry.isEmpty() || attempt >= retry.get().attempts()) {
        return new Failed(last, attempt);
      }
      meter.retried();
      Async.sleep(retry.get().pause(attempt));
      try {
        return attempt(item, index, Attempts::nothing);
      } catch (CancellationError e) {
        throw e;
      } catch (Exception e) {
        last = e;
      }
    }
  }

  /** What is done when a call has begun that nobody waits for. */
  private static void nothing() {}

  private @Nullable Object attempt(Object item, long index, Runnable begun) throws Exception {
    return timeout.isEmpty()
        ? once(item, index, begun)
        : inTime(timeout.get(), () -> once(item, index, begun));
  }

  private @Nullable Object once(Object item, long index, Runnable begun) throws Exception {
    return switch (node) {
      case Node.Function function -> function.process(item);
      case Node.Expanding expanding -> expanded(expanding.process(item));
      case Node.Batched batched -> {
        Single single = new Single(index, begun, new ArrayList<>());
        batched.process(List.of(item), single);
        yield expanded(single.outputs);
      }
      default -> throw new IllegalStateException(node + " does not work item by item");
    };
  }

  private static @Nullable Object expanded(@Nullable List<?> items) {
    if (items == null || items.isEmpty()) {
      return null;
    }
    items.forEach(it -> Objects.requireNonNull(it, "a list of results holds a null"));
    return items;
  }

  private @Nullable Object inTime(
      Duration limit, AsyncCall<? extends @Nullable Object, Exception> attempt) throws Exception {
    AsyncRuntime.Cancellable watch = run.watch(id, limit);
    try {
      return Async.<@Nullable Object, Exception>timeout(limit, attempt);
    } finally {
      watch.cancel();
    }
  }
}
