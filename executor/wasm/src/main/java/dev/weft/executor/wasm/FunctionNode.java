package dev.weft.executor.wasm;

import com.dylibso.chicory.runtime.Instance;
import dev.weft.executor.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Calls an exported function for each item. An instance serves one batch of items after another and
 * keeps its memory between them; with a concurrency above 1 there are several. One that broke, as
 * by a trap, is replaced by a fresh one for the next item.
 */
final class FunctionNode implements Node.Batched {
  private final String id;
  private final WasmNodeType.OfFunction type;

  /** Instances that serve no item at the moment. */
  private final Queue<Server> idle = new ConcurrentLinkedQueue<>();

  FunctionNode(String id, WasmNodeType.OfFunction type) {
    this.id = id;
    this.type = type;
  }

  private record Server(ConfinedGuest guest, Exchange.Function function) {}

  @Override
  public void initialize() {
    type.module().compile();
    idle.add(start());
  }

  private Server start() {
    ConfinedGuest guest = type.sandbox().guest(id, List.of(), GuestStreams.NONE);
    try {
      return guest.call(() -> {
        Instance instance = type.module().instantiate(guest);
        return new Server(
            guest, type.exchange().bind(type.module(), type.export(), instance, guest));
      });
    } catch (Throwable e) {
      guest.close();
      throw e;
    }
  }

  @Override
  public void process(List<Object> items, Results results) {
    // One item knows nothing of the other, so that their order is of no matter.
    results.begun();
    List<List<?>> done = new ArrayList<>(items.size());
    RuntimeException failure = call(items, done);
    done.forEach(results::next);
    if (failure != null) {
      throw failure;
    }
  }

  /** Calls the function for items, up to the first that fails. */
  private @Nullable RuntimeException call(List<Object> items, List<List<?>> done) {
    Server waiting = idle.poll();
    Server server = waiting == null ? start() : waiting;
    RuntimeException failure = null;
    boolean ended = false;
    try {
      server
          .guest()
          .<@Nullable Void, RuntimeException>call(() -> {
            for (Object item : items) {
              server.guest().nextItem();
              Object result = server.function().call(item);
              done.add(result == null ? List.of() : List.of(result));
            }
            return null;
          });
      ended = true;
    } catch (RuntimeException e) {
      failure = e;
      ended = true;
    } finally {
      // What an item alone is to blame for leaves the instance as it was.
      if (ended && server.guest().isUsable()) {
        idle.add(server);
      } else {
        server.guest().close();
      }
    }
    return failure;
  }

  @Override
  public void cleanup() {
    for (Server server = idle.poll(); server != null; server = idle.poll()) {
      server.guest().close();
    }
  }
}
