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

/** The types of nodes that a pipeline may use, by name. Immutable. */
public final class NodeRegistry {
  private final Map<String, NodeType> types;

  private NodeRegistry(Collection<? extends NodeType> types) {
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
        ServiceLoader.load(NodeType.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  /**
   * Exactly these types.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  public static NodeRegistry of(NodeType... types) {
    return new NodeRegistry(List.of(types));
  }

  /**
   * These and further types.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  public NodeRegistry with(NodeType... more) {
    List<NodeType> all = new ArrayList<>(types.values());
    Collections.addAll(all, more);
    return new NodeRegistry(all);
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
    return Suggestions.close(name, types.keySet());
  }
}
