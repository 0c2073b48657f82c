package dev.weft.executor.translated;

import dev.weft.executor.JsonNull;
import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.python.PythonOptions;
import dev.weft.python.Awaitable;
import dev.weft.python.Errors;
import dev.weft.python.Generator;
import dev.weft.python.Iters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node that works item by item; items that are there share a task. */
final class TranslatedFunction extends TranslatedNode implements Node.Batched {
  TranslatedFunction(LoadedNode loaded, PythonOptions options, NodeContext context) {
    super(loaded, options, context);
  }

  @Override
  public void process(List<Object> items, Results results) {
    NodeInstance instance = instance();
    instance.task(() -> {
      results.begun();
      for (Object item : items) {
        instance.setup().begin(results.index());
        List<?> outputs = outputs(instance, item);
        boolean atOnce = results.hasRoom(outputs.size());
        instance.hosting().outside(atOnce, () -> results.next(outputs));
      }
    });
  }

  private List<?> outputs(NodeInstance instance, Object item) {
    Object value = processed(instance, item);
    if (loaded.shape().expanding()) {
      List<Object> all = new ArrayList<>();
      each(value, all);
      return all;
    }
    if (value instanceof Awaitable<?>) {
      if (!loaded.shape().isAsync()) {
        throw new Errors.TypeError(
            "process() returned something to be awaited; write 'async def process'");
      }
      // Of a class that is made at run time; others give what they return at once.
      value = NodeInstance.awaited(value);
    }
    if (value == null) {
      return List.of();
    }
    return List.of(loaded.shape().place().out(value));
  }

  private @Nullable Object processed(NodeInstance instance, Object item) {
    try {
      return instance.process(Crossing.in(item));
    } catch (Errors.StopIteration e) {
      if (loaded.shape().isAsync()) {
        throw new Errors.RuntimeError("coroutine raised StopIteration");
      }
      throw e;
    }
  }

  private void each(@Nullable Object values, List<Object> all) {
    if (values instanceof Generator<?> generator) {
      generator.drain(each -> {
        if (each != null) {
          all.add(loaded.shape().place().out(each));
        }
      });
    } else {
      Iters.of(values)
          .forEach(each -> {
            if (each != null) {
              all.add(loaded.shape().place().out(each));
            }
          });
    }
  }

  static boolean isNothing(@Nullable Object value) {
    return value == null || value == JsonNull.NULL;
  }
}
