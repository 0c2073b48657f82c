package dev.weft.executor;

import dev.weft.runtime.CancellationError;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One node at work: takes from its inlet, emits into its outlet. However it ends, it tells those
 * after it (the end, or a failure, in order with the items) and those before it (that it takes no
 * more).
 */
abstract class Worker {
  final String id;
  final Inlet inlet;
  final Outlet outlet;
  final Meter meter;
  final EngineRun run;

  Worker(String id, Inlet inlet, Outlet outlet, Meter meter, EngineRun run) {
    this.id = id;
    this.inlet = inlet;
    this.outlet = outlet;
    this.meter = meter;
    this.run = run;
  }

  /** Works until the end of its items. */
  abstract void work() throws Exception;

  /** Where in the order of items a failure stands that ends the node now. */
  long @Nullable [] failureKey() {
    return inlet.key;
  }

  /** What failed, if the work did. */
  NodeError error(Throwable cause) {
    return error(cause, inlet.index, inlet.origin, 1);
  }

  final NodeError error(Throwable cause, long index, long origin, int attempts) {
    return new NodeError(
        NodeError.Phase.PROCESS, Optional.of(id), index(index), index(origin), attempts, cause);
  }

  static OptionalLong index(long value) {
    return value >= 0 ? OptionalLong.of(value) : OptionalLong.empty();
  }

  /** The whole life of the node's task. */
  final void live() {
    meter.start();
    try {
      end(outcome());
    } catch (CancellationError e) {
      // The run ends; whoever ends it knows why.
      run.debug(id, e);
    } finally {
      inlet.abandon();
      meter.stop();
    }
  }

  private void end(Mark mark) {
    outlet.end(mark, inlet.origin, outlet.isKeyed() ? failureKey() : null);
  }

  /** Works, and tells how that ended. */
  private Mark outcome() {
    try {
      work();
      NodeError before = inlet.failure();
      return before == null ? Mark.END : Mark.failed(before);
    } catch (CancellationError e) {
      if (run.stop.isRequested()) {
        throw e;
      }
      NodeError before = inlet.failure();
      if (before != null) {
        return Mark.failed(before);
      }
      return outlet.isDeserted() ? Mark.END : failed(e);
    } catch (ItemFailure e) {
      return announced(e.error());
    } catch (Throwable e) {
      return failed(e);
    }
  }

  private Mark failed(Throwable cause) {
    meter.failed();
    return announced(error(cause));
  }

  private Mark announced(NodeError error) {
    run.nodeFailed(error);
    return Mark.failed(error);
  }
}
