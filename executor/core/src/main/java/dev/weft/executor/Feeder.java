package dev.weft.executor;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Puts the input into the roots of the graph. */
final class Feeder extends Worker {
  private final Input input;
  private long index;

  Feeder(Input input, Outlet outlet, Meter meter, EngineRun run) {
    super("input", Inlet.of(List.of(), new Signal(), meter, run.stop), outlet, meter, run);
    this.input = input;
  }

  @Override
  void work() {
    switch (input) {
      case Input.None _ -> {}
      case Input.Items items -> items.items().forEach(this::feed);
      case Input.Blocking blocking -> feedAll(blocking.items());
      case Input.Received received -> receive(received);
    }
  }

  private void feedAll(Iterator<?> items) {
    while (items.hasNext()) {
      feed(items.next());
    }
  }

  private void receive(Input.Received received) {
    for (; ; ) {
      Optional<?> next = received.items().tryReceive();
      if (next.isEmpty()) {
        outlet.flush(outlet.isKeyed() ? Keys.of(index) : null);
        next = received.items().receiveOrClosed();
      }
      if (next.isEmpty()) {
        return;
      }
      feed(next.get());
    }
  }

  private void feed(@Nullable Object item) {
    if (item == null) {
      throw new PipelineException("the item is null; use JsonNull.NULL for the null of JSON", null);
    }
    outlet.emit(item, index, outlet.isKeyed() ? Keys.of(index) : null);
    index++;
  }

  @Override
  NodeError error(Throwable cause) {
    return NodeError.general(NodeError.Phase.INPUT, OptionalLong.of(index), cause);
  }

  @Override
  long @Nullable [] failureKey() {
    return Keys.of(index);
  }
}
