package dev.weft.executor;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.CancellationError;
import dev.weft.runtime.TaskHandle;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The timeout of a node that works on a stream: it runs from item to item, and stands still while
 * the node waits for others. For the node's own task.
 */
final class ItemWatch implements Outlet.WaitHook {
  private final String id;
  private final Optional<Duration> limit;
  private final EngineRun run;
  private AsyncRuntime.@Nullable Cancellable timer;
  private AsyncRuntime.@Nullable Cancellable stuck;
  private volatile @Nullable Object expired;

  ItemWatch(NodeSpec spec, EngineRun run) {
    this.id = spec.id();
    this.limit = spec.execution().timeout();
    this.run = run;
  }

  void arm() {
    if (limit.isEmpty()) {
      return;
    }
    disarm();
    TaskHandle<?> task = Async.currentTask().orElseThrow();
    Object reason = new PipelineException("timed out after " + Values.text(limit.get()), null);
    timer =
        run.runtime.callLater(
            limit.get(),
            () -> {
              expired = reason;
              task.abort(reason);
            });
    stuck = run.watch(id, limit.get());
  }

  void disarm() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    if (stuck != null) {
      stuck.cancel();
      stuck = null;
    }
  }

  @Override
  public void begin() {
    disarm();
  }

  @Override
  public void end() {
    arm();
  }

  /** The error in place of a cancellation: a timeout, if this watch was the cause. */
  Error translate(CancellationError e) throws PipelineException {
    if (e.reason() == expired && expired instanceof PipelineException timeout) {
      throw timeout;
    }
    return e;
  }
}
