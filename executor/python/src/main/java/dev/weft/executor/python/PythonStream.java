package dev.weft.executor.python;

import dev.weft.executor.Emitter;
import dev.weft.executor.ItemStream;
import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A node that sees its input as a stream. */
final class PythonStream extends PythonNode implements Node.Streaming {
  /** How many items are brought to the guest at once, if they are there. */
  private static final int MOST = 256;

  PythonStream(LoadedNode loaded, PythonOptions options, NodeContext context) {
    super(loaded, options, context);
  }

  @Override
  public void process(ItemStream in, Emitter out) {
    new StreamDriver(instance(), out) {
      @Override
      boolean feed(PythonJob job, Duration wait) {
        if (!in.await(wait)) {
          return false;
        }
        List<FrameWriter.Written> items = new ArrayList<>();
        boolean end = false;
        while (!end && items.size() < MOST && (items.isEmpty() || in.await(Duration.ZERO))) {
          Optional<Object> item = in.next();
          item.ifPresent(it -> items.add(new FrameWriter.Written(FrameWriter.of(it))));
          end = item.isEmpty();
        }
        instance.push(job, items, end);
        return true;
      }

      @Override
      void untouched(int items) {
        in.untouched(items);
      }
    }.drive();
  }
}
