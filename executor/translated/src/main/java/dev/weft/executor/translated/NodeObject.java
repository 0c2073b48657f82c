package dev.weft.executor.translated;

import dev.weft.python.Dyn;
import dev.weft.python.Errors;
import dev.weft.python.Function;
import dev.weft.python.Logger;
import dev.weft.python.PyClass;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code weft.Node}, for translated code: the base of all nodes. What it knows is there before the
 * class's own {@code __init__} runs.
 */
public class NodeObject {
  /** The base of nodes whose class is made at run time. */
  public static final PyClass CLASS = dynamicClass();

  /** What the node knows that is made now, in this thread. */
  private static final ScopedValue<NodeSetup> MADE = ScopedValue.newInstance();

  private final NodeSetup setup;

  /** A node, for the engine, which says what it knows. */
  protected NodeObject() {
    this.setup =
        MADE.orElseThrow(() ->
            new Errors.RuntimeError("nodes are made by the host; use super() to reach a base"));
  }

  private static PyClass dynamicClass() {
    PyClass type = PyClass.of("Node");
    type.set("params", null);
    type.set("id", "");
    type.set("session", "");
    type.set("state", null);
    for (String name : new String[] {"initialize", "cleanup"}) {
      type.set(name, Function.of("Node." + name, "self", a -> null));
    }
    return type.complete(Map.of());
  }

  /** Makes a node that knows its setup. */
  static Object make(NodeSetup setup, dev.weft.python.PyType type) {
    if (type instanceof PyClass made) {
      made.set("id", setup.id());
      made.set("session", setup.session());
      made.set("config", setup.config());
      made.set("state", setup.state());
      made.set("log", setup.log());
    }
    return java.util.Objects.requireNonNull(
        ScopedValue.where(MADE, setup)
            .<@Nullable Object, RuntimeException>call(() -> Dyn.call(type)));
  }

  /** {@code weft.current_item()}. */
  public static NodeItem currentItem() {
    return NodeSetup.current().item();
  }

  /** {@code id}. */
  public final String id() {
    return setup.id();
  }

  /** {@code session}. */
  public final String session() {
    return setup.session();
  }

  /** {@code config}. */
  public final Map<String, Object> config() {
    return setup.config();
  }

  /** {@code state}. */
  public final NodeState state() {
    return setup.state();
  }

  /** {@code log}. */
  public final Logger log() {
    return setup.log();
  }

  /** {@code initialize()}. */
  public @Nullable Object initialize() {
    return null;
  }

  /** {@code cleanup()}. */
  public @Nullable Object cleanup() {
    return null;
  }

  /** {@code process(item)}. */
  public @Nullable Object process(@Nullable Object item) {
    throw new Errors.AttributeError("the node has no process(self, item)");
  }

  /** {@code produce()}. */
  public @Nullable Object produce() {
    throw new Errors.AttributeError("the node has no produce(self)");
  }

  /** {@code flush()}. */
  public @Nullable Object flush() {
    throw new Errors.AttributeError("the node has no flush(self)");
  }
}
