package dev.weft.executor.wasm;

import com.dylibso.chicory.runtime.Instance;
import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeType;
import dev.weft.executor.Param;
import dev.weft.executor.Params;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Calls an exported function of a WebAssembly module for each item.
 *
 * <p>An instance of the module serves one item after another and keeps its memory between them;
 * with a concurrency above 1 there are several instances. One that broke, as by a trap, is replaced
 * by a fresh one for the next item.
 */
public final class WasmNode implements NodeType {
  private static final Param<String> EXPORT =
      Param.string("export", "The exported function to call.").alsoCalled("function", "name");
  private static final Param<String> VALUES =
      Param.choice(
              "values",
              "What the function works on: numbers are its parameters and results; the others are put into its memory.",
              "numbers",
              "text",
              "json",
              "bytes")
          .orElse("numbers");

  private final ConfinedSandbox sandbox;

  /** Nodes whose guests are granted nothing; for the service loader. */
  public WasmNode() {
    this(Sandbox.of(GuestLimits.DEFAULT, Grants.none()));
  }

  WasmNode(Sandbox sandbox) {
    this.sandbox = (ConfinedSandbox) sandbox;
  }

  @Override
  public String summary() {
    return "Calls an exported function of a WebAssembly module for each item.";
  }

  @Override
  public List<Param<?>> params() {
    return List.of(Modules.FILE, EXPORT, VALUES);
  }

  @Override
  public void check(Params params, Report report) {
    Modules.report(report, () -> load(params));
  }

  private ModuleFile load(Params params) throws ModuleFault.Found {
    ModuleFile file = ModuleFile.read(params.get(Modules.FILE), sandbox.limits());
    Exchange.of(params.get(VALUES)).check(file, params.get(EXPORT));
    return file;
  }

  @Override
  public Node.Function create(NodeContext context) {
    ModuleFile file = Modules.orThrow(() -> load(context.params()));
    return new FunctionNode(
        context.id(),
        file,
        Exchange.of(context.get(VALUES)),
        context.get(EXPORT),
        sandbox);
  }

  /** The node at work. */
  private static final class FunctionNode implements Node.Function {
    private final String id;
    private final ModuleFile file;
    private final Exchange exchange;
    private final String export;
    private final ConfinedSandbox sandbox;

    /** Instances that serve no item at the moment. */
    private final Queue<Server> idle = new ConcurrentLinkedQueue<>();

    FunctionNode(
        String id, ModuleFile file, Exchange exchange, String export, ConfinedSandbox sandbox) {
      this.id = id;
      this.file = file;
      this.exchange = exchange;
      this.export = export;
      this.sandbox = sandbox;
    }

    private record Server(ConfinedGuest guest, Exchange.Function function) {}

    @Override
    public void initialize() {
      idle.add(start());
    }

    private Server start() {
      ConfinedGuest guest = sandbox.guest(id, List.of(), GuestStreams.NONE);
      try {
        return guest.call(() -> {
          Instance instance = file.instantiate(guest);
          return new Server(guest, exchange.bind(file, export, instance, guest));
        });
      } catch (Throwable e) {
        guest.close();
        throw e;
      }
    }

    @Override
    public @Nullable Object process(Object item) {
      Server waiting = idle.poll();
      Server server = waiting == null ? start() : waiting;
      boolean done = false;
      try {
        Object result = server.guest().call(() -> server.function().call(item));
        done = true;
        return result;
      } catch (RuntimeException e) {
        // What the item alone is to blame for leaves the instance as it was.
        done = server.guest().isUsable();
        throw e;
      } finally {
        if (done) {
          idle.add(server);
        } else {
          server.guest().close();
        }
      }
    }

    @Override
    public void cleanup() {
      for (Server server = idle.poll(); server != null; server = idle.poll()) {
        server.guest().close();
      }
    }
  }
}
