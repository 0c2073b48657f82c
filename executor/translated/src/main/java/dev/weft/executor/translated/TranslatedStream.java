package dev.weft.executor.translated;

import dev.weft.executor.Emitter;
import dev.weft.executor.ItemStream;
import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.python.PythonOptions;
import dev.weft.python.AsyncGenerator;
import dev.weft.python.Errors;
import dev.weft.python.Generator;
import dev.weft.python.Iters;
import org.jspecify.annotations.Nullable;

/** A node that sees its input as a stream. */
final class TranslatedStream extends TranslatedNode implements Node.Streaming {
  TranslatedStream(LoadedNode loaded, PythonOptions options, NodeContext context) {
    super(loaded, options, context);
  }

  @Override
  public void process(ItemStream in, Emitter out) {
    NodeInstance instance = instance();
    NodeOutput output = new NodeOutput(instance, loaded.shape().place(), out);
    NodeStream stream = new NodeStream(in, instance);
    instance.task(() -> {
      if (!loaded.shape().flushes()) {
        output.all(instance.process(stream));
        return;
      }
      if (loaded.shape().seesStream()) {
        output.all(instance.process(stream));
      } else {
        eachItem(instance, stream, output);
      }
      output.rest(NodeInstance.awaited(instance.call("flush")));
    });
  }

  private void eachItem(NodeInstance instance, NodeStream stream, NodeOutput output) {
    for (; ; ) {
      Object item;
      try {
        item = stream.nextAsync();
      } catch (Errors.StopAsyncIteration e) {
        return;
      }
      Object value = NodeInstance.awaited(instance.process(item));
      if (loaded.shape().expanding()) {
        output.all(value);
      } else {
        output.one(value);
      }
    }
  }

  /** Where a node's results go. */
  record NodeOutput(NodeInstance instance, ResultPlace place, Emitter out) {
    /** A result; None is none. */
    void one(@Nullable Object value) {
      if (value != null) {
        Object item = place.out(value);
        instance.hosting().whileOutside(() -> out.emit(item));
      }
    }

    /** All that a generator yields. */
    void all(@Nullable Object results) {
      switch (results) {
        case AsyncGenerator<?> generator -> generator.drain(this::one);
        case Generator<?> generator -> generator.drain(this::one);
        case null, default -> Iters.of(results).forEach(this::one);
      }
    }

    /** What flush gave: all that it yields, or one result. */
    void rest(@Nullable Object results) {
      if (results instanceof AsyncGenerator<?> || results instanceof Generator<?>) {
        all(results);
      } else {
        one(results);
      }
    }
  }
}
