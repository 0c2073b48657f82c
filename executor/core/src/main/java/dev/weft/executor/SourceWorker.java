package dev.weft.executor;

import dev.weft.runtime.Async;
import dev.weft.runtime.CancellationError;
import dev.weft.runtime.TaskHandle;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source. */
final class SourceWorker extends Worker implements Emitter {
  private final Node.Source node;

  private final ItemWatch watch;
  private @Nullable Thread owner;
  private Optional<TaskHandle<?>> ownerTask = Optional.empty();
  private long emitted;

  SourceWorker(Node.Source node, NodeSpec spec, Outlet outlet, Meter meter, EngineRun run) {
    super(spec.id(), Inlet.of(List.of(), new Signal(), meter, run.stop), outlet, meter, run);
    this.node = node;
    this.watch = new ItemWatch(spec, run);
  }

  @Override
  void work() throws Exception {
    owner = Thread.currentThread();
    ownerTask = Async.currentTask();
    outlet.aroundWait(watch);
    watch.arm();
    try {
      node.produce(this);
    } catch (CancellationError e) {
      throw watch.translate(e);
    } finally {
      watch.disarm();
    }
  }

  @Override
  public void emit(Object item) {
    if (Thread.currentThread() != owner && !Async.currentTask().equals(ownerTask)) {
      throw new IllegalStateException(
          "source '%s': emit was called by thread '%s'; only the task that runs the node may, so let other tasks hand their results to it through a Channel"
              .formatted(id, Thread.currentThread().getName()));
    }
    Objects.requireNonNull(item, "an emitted item is null; leave the call out to drop an item");
    watch.disarm();
    long index = emitted++;
    outlet.emit(item, index, outlet.isKeyed() ? Keys.of(index) : null);
    watch.arm();
  }

  @Override
  NodeError error(Throwable cause) {
    return error(cause, emitted, -1, 1);
  }

  @Override
  long @Nullable [] failureKey() {
    return Keys.of(emitted);
  }
}
