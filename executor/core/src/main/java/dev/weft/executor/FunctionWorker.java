package dev.weft.executor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function, one item at a time. */
class FunctionWorker extends Worker {
  /** After so many items without a result, those after are told how far the node is. */
  private static final int SILENCE = 64;

  final Attempts attempts;
  private final boolean expanding;
  private final ExecutionPolicy.OnError onError;
  private int silent;

  FunctionWorker(Node node, NodeSpec spec, Inlet inlet, Outlet outlet, Meter meter, EngineRun run) {
    super(spec.id(), inlet, outlet, meter, run);
    this.attempts = new Attempts(node, spec.execution(), spec.id(), meter, run);
    this.expanding = !(node instanceof Node.Function);
    this.onError = spec.execution().onError();
  }

  @Override
  void work() throws Exception {
    inlet.beforeWait(outlet::flush);
    while (inlet.next()) {
      Object item = inlet.current();
      Object result = attempts.call(item, inlet.index);
      deliver(item, result, inlet.index, inlet.origin, inlet.key);
      breakSilence();
    }
  }

  /** Tells those after how far the node is, if it has given them nothing for long. */
  final void breakSilence() {
    if (silent >= SILENCE && outlet.isKeyed()) {
      silent = 0;
      outlet.flush(inlet.promise());
    }
  }

  /** Passes on what became of an item. */
  final void deliver(
      Object item, @Nullable Object result, long index, long origin, long @Nullable [] key) {
    silent++;
    if (result == null) {
      meter.dropped();
    } else if (result instanceof Attempts.Failed failed) {
      failed(item, error(failed.cause(), index, origin, failed.attempts()));
    } else if (expanding) {
      long[][] keys = key == null ? null : new long[][] {key};
      int i = 0;
      for (Object each : (List<?>) result) {
        silent = 0;
        outlet.emit(each, origin, keys == null ? null : Keys.under(keys[0], i++));
      }
    } else {
      silent = 0;
      outlet.emit(result, origin, key);
    }
  }

  private void failed(Object item, NodeError error) {
    meter.failed();
    switch (onError) {
      case FAIL, RETRY -> throw new ItemFailure(error);
      case SKIP -> run.skipped(error);
      case DEAD_LETTER -> run.deadLetter(new DeadLetter(item, error));
    }
  }
}
