package dev.weft.executor;

import dev.weft.runtime.CancellationError;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function that takes what is there in one call; it never waits for a batch to fill up. */
final class BatchWorker extends FunctionWorker {
  private static final int MOST = 256;

  private final Node.Batched node;
  private final int most;

  /** What was taken and not yet delivered. */
  private final ArrayDeque<Taken> taken = new ArrayDeque<>();

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Taken(Object item, long index, long origin, long @Nullable [] key) {}

  BatchWorker(
      Node.Batched node, NodeSpec spec, Inlet inlet, Outlet outlet, Meter meter, EngineRun run) {
    super(node, spec, inlet, outlet, meter, run);
    this.node = node;
    this.most = attempts.mayShare() ? Math.min(MOST, spec.execution().capacity()) : 1;
  }

  @Override
  long @Nullable [] failureKey() {
    Taken first = taken.peek();
    return first == null ? super.failureKey() : first.key;
  }

  @Override
  void work() throws Exception {
    inlet.beforeWait(outlet::flush);
    while (fill()) {
      while (!taken.isEmpty()) {
        handle();
      }
      breakSilence();
    }
  }

  private boolean fill() {
    while (taken.size() < most && (taken.isEmpty() || inlet.await(Duration.ZERO)) && inlet.next()) {
      taken.add(new Taken(inlet.current(), inlet.index, inlet.origin, inlet.key));
    }
    return !taken.isEmpty();
  }

  private void handle() {
    if (most == 1) {
      delivered(attempts.call(taken.element().item));
      return;
    }
    List<Object> items = new ArrayList<>(taken.size());
    taken.forEach(it -> items.add(it.item));
    try {
      node.process(items, outputs -> delivered(outputs.isEmpty() ? null : List.copyOf(outputs)));
      if (!taken.isEmpty() && taken.size() == items.size()) {
        throw new PipelineException("it told of none of %d items".formatted(items.size()), null);
      }
    } catch (ItemFailure | CancellationError e) {
      // Of the delivery, or the end of the run: nothing that a policy could mend.
      throw e;
    } catch (Exception e) {
      if (taken.isEmpty()) {
        throw new PipelineException("it failed after its last item: " + e.getMessage(), e);
      }
      delivered(attempts.callAgain(taken.element().item, e));
    }
  }

  private void delivered(@Nullable Object result) {
    Taken first = taken.element();
    deliver(first.item, result, first.index, first.origin, first.key);
    taken.remove();
  }
}
