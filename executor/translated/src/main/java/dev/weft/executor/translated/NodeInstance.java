package dev.weft.executor.translated;

import dev.weft.executor.NodeContext;
import dev.weft.executor.python.PythonOptions;
import dev.weft.python.Asyncio;
import dev.weft.python.Awaitable;
import dev.weft.python.Dyn;
import dev.weft.python.Fn0;
import dev.weft.python.Hosting;
import dev.weft.python.PyType;
import dev.weft.runtime.Async;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One node of one run: a loading of its module that is its alone, and its object. */
final class NodeInstance implements AutoCloseable {
  private final LoadedNode loaded;
  private final NodeSetup setup;
  private final Hosting hosting;
  private final Object node;
  private final LoadedModule classes;

  private NodeInstance(
      LoadedNode loaded, NodeSetup setup, Hosting hosting, Object node, LoadedModule classes) {
    this.loaded = loaded;
    this.setup = setup;
    this.hosting = hosting;
    this.node = node;
    this.classes = classes;
  }

  /** Loads the module, makes the node and initializes it. */
  static NodeInstance start(LoadedNode loaded, PythonOptions options, NodeContext context) {
    NodeSetup setup =
        new NodeSetup(
            context,
            Crossing.config(loaded.kind().config(context)),
            new NodeState(context.state(), options.limits().outputBytes()),
            options.timeOfDay(Async.currentRuntime()));
    Hosting hosting = Hosting.of(Async.currentRuntime(), setup);
    try {
      NodeInstance instance =
          guarded(
              loaded,
              context.id(),
              () ->
                  hosting.call(() -> {
                    LoadedModule classes = loaded.module().take();
                    PyType type = (PyType) classes.members().get(loaded.type());
                    Object node = NodeObject.make(setup, Objects.requireNonNull(type));
                    return new NodeInstance(loaded, setup, hosting, node, classes);
                  }));
      instance.run("initialize");
      return instance;
    } catch (Throwable e) {
      hosting.close();
      throw e;
    }
  }

  private static <T extends @Nullable Object> T guarded(
      LoadedNode loaded, String id, Fn0<T> action) {
    try {
      return action.call();
    } catch (Throwable e) {
      throw NodeFailures.of(e, id, loaded.module().names());
    }
  }

  NodeSetup setup() {
    return setup;
  }

  Hosting hosting() {
    return hosting;
  }

  /** Does something in a task of the node's loop, then keeps the state; failures are told. */
  void task(Runnable body) {
    guarded(
        loaded,
        setup.id(),
        () ->
            hosting.<@Nullable Object>task(() -> {
              try {
                body.run();
              } finally {
                setup.state().save();
              }
              return null;
            }));
  }

  /** Calls a method that takes nothing, and waits for what it gives if that can be awaited. */
  void run(String method) {
    task(() -> awaited(call(method)));
  }

  /** What a value is once it was awaited, if it can be. */
  static @Nullable Object awaited(@Nullable Object value) {
    return value instanceof Awaitable<?> ? Asyncio.await(value) : value;
  }

  /** Calls a method of the node. */
  @Nullable Object call(String method) {
    if (node instanceof NodeObject plain) {
      return switch (method) {
        case "initialize" -> plain.initialize();
        case "cleanup" -> plain.cleanup();
        case "produce" -> plain.produce();
        default -> plain.flush();
      };
    }
    return Dyn.invoke(node, method);
  }

  /** {@code process(item)}. */
  @Nullable Object process(@Nullable Object item) {
    return node instanceof NodeObject plain
        ? plain.process(item)
        : Dyn.invoke(node, "process", item);
  }

  @Override
  public void close() {
    // What is left of the node might still change a variable.
    boolean over = hosting.isIdle();
    hosting.close();
    if (over) {
      loaded.module().giveBack(classes);
    }
  }
}
