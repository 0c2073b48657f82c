package dev.weft.executor.wasm;

import dev.weft.executor.Emitter;
import dev.weft.executor.ItemStream;
import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeType;
import dev.weft.executor.Param;
import dev.weft.executor.Params;
import dev.weft.runtime.Async;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs a WASI program along the stream: it reads items as lines of JSON from its standard input, as
 * they come, and each line that it writes is a result, one value of JSON.
 *
 * <p>The end of the items is the end of its input, after which it may write what it still holds. A
 * program that waits for input holds a thread but no processor.
 */
public final class WasmStreamNode implements NodeType {
  private static final Duration END = Duration.ofSeconds(2);

  private final ConfinedSandbox sandbox;

  /** Nodes whose guests are granted nothing; for the service loader. */
  public WasmStreamNode() {
    this(Sandbox.of(GuestLimits.DEFAULT, Grants.none()));
  }

  WasmStreamNode(Sandbox sandbox) {
    this.sandbox = (ConfinedSandbox) sandbox;
  }

  @Override
  public String summary() {
    return "Runs a WASI program along the stream: items are lines of JSON that it reads, lines that it writes are results.";
  }

  @Override
  public Form form() {
    return Form.STREAMING;
  }

  @Override
  public List<Param<?>> params() {
    return List.of(Modules.FILE, Modules.ARGUMENTS);
  }

  @Override
  public void check(Params params, Report report) {
    Modules.report(report, () -> Modules.program(params, sandbox.limits()));
  }

  @Override
  public Node.Streaming create(NodeContext context) {
    ModuleFile file = Modules.orThrow(() -> Modules.program(context.params(), sandbox.limits()));
    return new StreamNode(context.id(), file, Modules.arguments(context.params()), sandbox);
  }

  /** The node at work. */
  private static final class StreamNode implements Node.Streaming {
    private final String id;
    private final StreamProgram program;

    StreamNode(String id, ModuleFile file, List<String> arguments, ConfinedSandbox sandbox) {
      this.id = id;
      this.program = new StreamProgram(id, file, arguments, sandbox);
    }

    @Override
    public void process(ItemStream in, Emitter out) throws Exception {
      try {
        while (true) {
          StreamProgram.Turn turn = program.next();
          for (byte[] line : turn.lines()) {
            out.emit(JsonLine.read(line, id));
          }
          switch (turn.wish()) {
            case INPUT -> program.give(line(in.next()));
            case OUTPUT -> {}
            case SLEEP -> Async.sleep(turn.pause());
            case END -> {
              rethrow(turn.failure());
              return;
            }
          }
        }
      } finally {
        program.close();
      }
    }

    private static byte @Nullable [] line(Optional<Object> item) {
      return item.isEmpty() ? null : JsonLine.of(item.get());
    }

    private static void rethrow(@Nullable Throwable failure) throws Exception {
      switch (failure) {
        case null -> {}
        case Exception e -> throw e;
        case Error e -> throw e;
        default -> throw new IllegalStateException(failure);
      }
    }

    @Override
    public void cleanup() throws InterruptedException {
      program.close();
      program.awaitEnd(END);
    }
  }
}
