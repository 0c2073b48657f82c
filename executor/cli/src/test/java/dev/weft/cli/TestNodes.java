package dev.weft.cli;

import dev.weft.executor.Emitter;
import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeType;
import dev.weft.executor.Param;
import dev.weft.runtime.Async;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Types of nodes that behave badly, found by the service loader. */
public final class TestNodes {
  private static final Param<String> MARKER =
      Param.string("marker", "A file to write when the node is cleaned up.").orElse("");

  private TestNodes() {}

  private static void mark(String marker) throws IOException {
    if (!marker.isEmpty()) {
      Files.writeString(Path.of(marker), "cleaned up");
    }
  }

  /** Counts without an end. */
  public static final class Endless implements NodeType {
    /** For the service loader. */
    public Endless() {}

    @Override
    public String summary() {
      return "Counts without an end.";
    }

    @Override
    public List<Param<?>> params() {
      return List.of(MARKER);
    }

    @Override
    public Form form() {
      return Form.SOURCE;
    }

    @Override
    public Node.Source create(NodeContext context) {
      return new Node.Source() {
        @Override
        public void produce(Emitter out) {
          for (long i = 0; ; i++) {
            out.emit(i);
          }
        }

        @Override
        public void cleanup() throws IOException {
          mark(context.get(MARKER));
        }
      };
    }
  }

  /** Fails at the item "bad". */
  public static final class Fussy implements NodeType {
    /** For the service loader. */
    public Fussy() {}

    @Override
    public String summary() {
      return "Fails at the item \"bad\".";
    }

    @Override
    public Node.Function create(NodeContext context) {
      return item -> {
        if (item.equals("bad")) {
          throw new IllegalStateException("this one is bad");
        }
        return item;
      };
    }
  }

  /** Sleeps for an hour. */
  public static final class Hanging implements NodeType {
    /** For the service loader. */
    public Hanging() {}

    @Override
    public String summary() {
      return "Sleeps for an hour.";
    }

    @Override
    public Node.Function create(NodeContext context) {
      return item -> {
        Async.sleep(Duration.ofHours(1));
        return item;
      };
    }
  }
}
