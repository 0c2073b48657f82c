package dev.weft.executor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The types of nodes that a pipeline may use, by name, and the engines for nodes that bring their
 * code along. Immutable.
 */
public final class NodeRegistry {
  private final Map<String, NodeType> types;
  private final Map<String, NodeCode> codes;
  private final Engines engines;

  private NodeRegistry(
      Collection<? extends NodeType> types, Map<String, NodeCode> codes, Engines engines) {
    this.codes = codes;
    this.engines = engines;
    Map<String, NodeType> named = new TreeMap<>();
    for (NodeType type : types) {
      NodeType other = named.putIfAbsent(type.name(), type);
      if (other != null) {
        throw new IllegalArgumentException(
            "two node types are called '%s': %s and %s; rename one of them"
                .formatted(type.name(), other.getClass().getName(), type.getClass().getName()));
      }
      checkParams(type);
    }
    this.types = Collections.unmodifiableMap(new LinkedHashMap<>(named));
  }

  private static void checkParams(NodeType type) {
    Map<String, Param<?>> seen = new LinkedHashMap<>();
    for (Param<?> param : type.params()) {
      if (seen.putIfAbsent(param.name(), param) != null) {
        throw new IllegalArgumentException(
            "node type '%s' declares the param '%s' twice; rename one of them"
                .formatted(type.name(), param.name()));
      }
    }
  }

  /**
   * The types that the {@link ServiceLoader} finds through the calling thread's context class
   * loader.
   *
   * @throws IllegalArgumentException if two have the same name
   * @throws java.util.ServiceConfigurationError if one cannot be loaded
   */
  public static NodeRegistry load() {
    return new NodeRegistry(
        ServiceLoader.load(NodeType.class).stream().map(ServiceLoader.Provider::get).toList(),
        Map.of(),
        Engines.ofServices());
  }

  /**
   * Exactly these types.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  public static NodeRegistry of(NodeType... types) {
    return new NodeRegistry(List.of(types), Map.of(), Engines.NONE);
  }

  /**
   * These and further types.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  public NodeRegistry with(NodeType... more) {
    List<NodeType> all = new ArrayList<>(types.values());
    Collections.addAll(all, more);
    return new NodeRegistry(all, codes, engines);
  }

  /** These, with an engine in place of one of that name, which is made when it is first needed. */
  public NodeRegistry withEngine(String name, Supplier<? extends NodeEngine> engine) {
    return new NodeRegistry(types.values(), codes, engines.with(name, engine));
  }

  /**
   * These, with a name for code: a node of that type, which brings no code along, is run by it.
   *
   * @throws IllegalArgumentException if there is a type of that name
   */
  public NodeRegistry withCode(String type, NodeCode code) {
    if (types.containsKey(type) || codes.containsKey(type)) {
      throw new IllegalArgumentException(
          "two node types are called '%s', one of them in %s; rename one of them"
              .formatted(type, code.fields()));
    }
    Map<String, NodeCode> more = new TreeMap<>(codes);
    more.put(type, code);
    return new NodeRegistry(types.values(), Collections.unmodifiableMap(more), engines);
  }

  /** The names of all types, those of code included, in alphabetical order. */
  List<String> names() {
    List<String> names = new ArrayList<>(types.keySet());
    names.addAll(codes.keySet());
    Collections.sort(names);
    return names;
  }

  /** The code that a node is run by, if it is no type of this registry. */
  Optional<NodeCode> code(NodeSpec node) {
    return node.code().isPresent() ? node.code() : Optional.ofNullable(codes.get(node.type()));
  }

  /** The type of a node; for code, that which its engine finds in it. */
  public Optional<NodeType> find(NodeSpec node) {
    return find(node, (param, message, met, hint) -> {});
  }

  /** {@link #find(NodeSpec)} that reports what is wrong with the code. */
  Optional<NodeType> find(NodeSpec node, NodeType.Report report) {
    Optional<NodeCode> code = code(node);
    return code.isPresent() ? engines.type(node, code.get(), report) : find(node.type());
  }

  /** All types, by name in alphabetical order. */
  public Collection<NodeType> types() {
    return types.values();
  }

  /** The type of a name. */
  public Optional<NodeType> find(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /** Up to three names that are close to one that does not exist, best first. */
  public List<String> suggestions(String name) {
    return Suggestions.close(name, names());
  }
}
