package dev.weft.executor.translated;

import dev.weft.executor.ItemStream;
import dev.weft.python.AsyncSource;
import dev.weft.python.Errors;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** {@code weft.Stream}, for translated code: the items that reach a streaming node. */
public final class NodeStream implements AsyncSource<@Nullable Object> {
  private final ItemStream in;
  private final NodeInstance instance;

  NodeStream(ItemStream in, NodeInstance instance) {
    this.in = in;
    this.instance = instance;
  }

  /** {@code __aiter__()}. */
  public NodeStream iterateAsync() {
    return this;
  }

  @Override
  public @Nullable Object nextAsync() {
    Optional<Object> item = next();
    if (item.isEmpty()) {
      throw new Errors.StopAsyncIteration();
    }
    NodeSetup setup = instance.setup();
    setup.index(setup.index() + 1);
    return Crossing.in(item.get());
  }

  private Optional<Object> next() {
    if (in.await(Duration.ZERO)) {
      return in.next();
    }
    instance.setup().state().save();
    AtomicReference<Optional<Object>> item = new AtomicReference<>(Optional.empty());
    instance.hosting().whileOutside(() -> item.set(in.next()));
    return item.get();
  }
}
