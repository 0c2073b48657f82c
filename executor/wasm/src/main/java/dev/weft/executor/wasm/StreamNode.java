package dev.weft.executor.wasm;

import dev.weft.executor.Emitter;
import dev.weft.executor.ItemStream;
import dev.weft.executor.Node;
import dev.weft.runtime.Async;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs a WASI program along a stream; the end of the items is the end of its input. */
final class StreamNode implements Node.Streaming {
  private static final Duration END = Duration.ofSeconds(2);

  private final String id;
  private final ModuleFile module;
  private final StreamProgram program;

  StreamNode(String id, WasmNodeType.OfStream type) {
    this.id = id;
    this.module = type.module();
    this.program = new StreamProgram(id, type);
  }

  @Override
  public void initialize() {
    module.compile();
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
