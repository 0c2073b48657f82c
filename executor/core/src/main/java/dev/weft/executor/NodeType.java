package dev.weft.executor;

import java.util.List;
import java.util.Optional;

/**
 * A kind of node: its name, its parameters, and how to make one. This is what an author implements,
 * and names in {@code META-INF/services/dev.weft.executor.NodeType} or in {@code provides} of a
 * module.
 *
 * {@snippet :
 * public final class MultiplyNode implements NodeType {
 *   private static final Param<Number> FACTOR = Param.number("factor", "What to multiply by.");
 *
 *   public String summary() { return "Multiplies each number."; }
 *
 *   public List<Param<?>> params() { return List.of(FACTOR); }
 *
 *   public Node.Function create(NodeContext context) {
 *     double factor = context.get(FACTOR).doubleValue();
 *     return item -> ((Number) item).doubleValue() * factor;
 *   }
 * }
 * }
 *
 * <p>Implementations are immutable and thread-safe; the nodes they make need not be.
 */
public interface NodeType {

  /** Where in a pipeline nodes of a type can stand, and which policies they can have. */
  enum Form {
    /** Item by item: a {@link Node.Function}, {@link Node.Expanding} or {@link Node.Batched}. */
    FUNCTION,
    /** A {@link Node.Streaming}, which sees its input as a whole. */
    STREAMING,
    /** A {@link Node.Source}, which has no input. */
    SOURCE
  }

  /** The name in manifests; that of the class unless overridden. */
  default String name() {
    return getClass().getSimpleName();
  }

  /** What its nodes do, in a sentence. */
  String summary();

  /** What parameters its nodes take. */
  default List<Param<?>> params() {
    return List.of();
  }

  /** Whether its nodes take params that are not declared; unless overridden, they do not. */
  default boolean takesAnyParams() {
    return false;
  }

  /** The form of its nodes; functions unless overridden. */
  default Form form() {
    return Form.FUNCTION;
  }

  /** Which engine runs its nodes, where there was a choice. */
  default Optional<NodeEngine.Choice> engine() {
    return Optional.empty();
  }

  /**
   * Checks what the declarations cannot say, such as that one parameter needs another. Called only
   * if each parameter on its own is right.
   */
  default void check(Params params, Report report) {}

  /**
   * Makes a node for one run. Resources are better taken in {@link Node#initialize}.
   *
   * @throws Exception if that fails, which ends the run before any item
   */
  Node create(NodeContext context) throws Exception;

  /** Takes what {@link NodeType#check} finds. */
  @FunctionalInterface
  interface Report {
    /**
     * Reports a problem.
     *
     * @param param the name of the parameter, or a path below it: {@code steps[2].set}
     * @param message what is wrong
     * @param met the value that was met
     * @param hint what to do
     */
    void problem(String param, String message, Object met, String hint);
  }

  /** A type without parameters whose nodes are one function. */
  static NodeType function(String name, String summary, Node.Function function) {
    return new SimpleNodeType(name, summary, Form.FUNCTION, function);
  }

  /** A type without parameters whose nodes are one streaming function. */
  static NodeType streaming(String name, String summary, Node.Streaming function) {
    return new SimpleNodeType(name, summary, Form.STREAMING, function);
  }

  /** A type without parameters whose nodes are one source. */
  static NodeType source(String name, String summary, Node.Source function) {
    return new SimpleNodeType(name, summary, Form.SOURCE, function);
  }
}
