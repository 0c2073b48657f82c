package dev.weft.executor;

import dev.weft.runtime.CancellationError;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A function that takes what is there in one call; it never waits for a batch to fill up. */
final class BatchWorker extends FunctionWorker implements Node.Batched.Results {
  private static final int MOST = 256;

  private final Node.Batched node;
  private final int most;

  // What was taken, and from `first` on not yet delivered.
  private final @Nullable Object[] items;
  private final long[] indexes;
  private final long[] origins;
  private final long[] @Nullable [] keys;
  private int first;
  private int end;

  BatchWorker(
      Node.Batched node, NodeSpec spec, Inlet inlet, Outlet outlet, Meter meter, EngineRun run) {
    super(node, spec, inlet, outlet, meter, run);
    this.node = node;
    this.most = attempts.mayShare() ? Math.min(MOST, spec.execution().capacity()) : 1;
    this.items = new Object[most];
    this.indexes = new long[most];
    this.origins = new long[most];
    this.keys = new long[most][];
  }

  @Override
  long @Nullable [] failureKey() {
    return first == end ? super.failureKey() : keys[first];
  }

  @Override
  void work() throws Exception {
    inlet.beforeWait(outlet::flush);
    while (fill()) {
      while (first < end) {
        handle();
      }
      breakSilence();
    }
  }

  private boolean fill() {
    first = 0;
    end = 0;
    while (end < most && (end == 0 || inlet.await(Duration.ZERO)) && inlet.next()) {
      items[end] = inlet.current();
      indexes[end] = inlet.index;
      origins[end] = inlet.origin;
      keys[end] = inlet.key;
      end++;
    }
    return end > 0;
  }

  private void handle() {
    if (most == 1) {
      delivered(attempts.call(current(), index()));
      return;
    }
    int begin = first;
    try {
      node.process(List.of(Arrays.copyOfRange(items, begin, end)), this);
      if (first == begin) {
        throw new PipelineException("it told of none of %d items".formatted(end - begin), null);
      }
    } catch (ItemFailure | CancellationError e) {
      // Of the delivery, or the end of the run: nothing that a policy could mend.
      throw e;
    } catch (Exception e) {
      if (first == end) {
        throw new PipelineException("it failed after its last item: " + e.getMessage(), e);
      }
      delivered(attempts.callAgain(current(), index(), e));
    }
  }

  @Override
  public long index() {
    return indexes[first];
  }

  /** Calls do not overlap. */
  @Override
  public void begun() {}

  @Override
  public void next(List<?> outputs) {
    delivered(outputs.isEmpty() ? null : List.copyOf(outputs));
  }

  @Override
  public boolean hasRoom(int outputs) {
    return outlet.hasRoom(outputs);
  }

  private Object current() {
    if (first == end) {
      throw new PipelineException("it told of more than the %d items it has".formatted(end), null);
    }
    return Objects.requireNonNull(items[first]);
  }

  private void delivered(@Nullable Object result) {
    deliver(current(), result, indexes[first], origins[first], keys[first]);
    items[first] = null;
    first++;
  }
}
