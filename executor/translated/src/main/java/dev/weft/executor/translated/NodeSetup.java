package dev.weft.executor.translated;

import dev.weft.executor.NodeContext;
import dev.weft.executor.python.NodeLog;
import dev.weft.python.ContextVar;
import dev.weft.python.Hosting;
import dev.weft.python.Logger;
import dev.weft.python.Logging;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** What one node of one run knows, and where what it says goes. */
final class NodeSetup implements Hosting.Host {
  private final NodeContext context;
  private final Map<String, Object> config;
  private final NodeState state;
  private final Supplier<Instant> time;

  /** The index of the item that a task is at work on; a task has that of its creator. */
  private static final ContextVar<Long> INDEX = ContextVar.of("weft.item");

  /**
   * The index of the item that was taken last from the stream; -1 before the first. For the one who
   * has the turn.
   */
  private long taken = -1;

  NodeSetup(
      NodeContext context, Map<String, Object> config, NodeState state, Supplier<Instant> time) {
    this.context = context;
    this.config = config;
    this.state = state;
    this.time = time;
  }

  /** That of the code which runs in the calling thread. */
  static NodeSetup current() {
    return Hosting.current()
        .filter(NodeSetup.class::isInstance)
        .map(NodeSetup.class::cast)
        .orElseThrow(NodeSetup::noItem);
  }

  private static NodeErrors.NodeError noItem() {
    return new NodeErrors.NodeError("no item is in work here; call current_item() in process()");
  }

  NodeItem item() {
    long index = INDEX.get(taken);
    if (index < 0) {
      throw noItem();
    }
    return new NodeItem(index, id(), session());
  }

  /** Says which item the task that runs is at work on. */
  void begin(long index) {
    ContextVar.note(INDEX, index);
  }

  /** Says that the task that runs has taken the next item from the stream. */
  void beginNext() {
    begin(++taken);
  }

  String id() {
    return context.id();
  }

  String session() {
    return context.session();
  }

  Map<String, Object> config() {
    return config;
  }

  NodeState state() {
    return state;
  }

  Logger log() {
    return Logging.logger("weft");
  }

  @Override
  public void log(long level, String text) {
    NodeLog.write(context, level, text);
  }

  @Override
  public Instant time() {
    return time.get();
  }
}
