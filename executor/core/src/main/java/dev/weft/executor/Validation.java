package dev.weft.executor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds all that is wrong with a description, in its order. */
final class Validation {
  private final PipelineSpec spec;
  private final NodeRegistry registry;
  private final Limits limits;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Integer> nodesById = new LinkedHashMap<>();

  /** By the index of the node. */
  private final List<Optional<NodeType>> types = new ArrayList<>();

  private Validation(PipelineSpec spec, NodeRegistry registry, Limits limits) {
    this.spec = spec;
    this.registry = registry;
    this.limits = limits;
  }

  static List<Problem> problems(PipelineSpec spec, NodeRegistry registry, Limits limits) {
    Validation validation = new Validation(spec, registry, limits);
    validation.nodes();
    validation.connections();
    return List.copyOf(validation.problems);
  }

  private void add(String path, String message, Object met, String hint) {
    problems.add(Problem.of(path, message, met, hint));
  }

  private void nodes() {
    int count = spec.nodes().size();
    if (count == 0) {
      problems.add(
          new Problem(
              "nodes",
              "the manifest must contain at least one node",
              Optional.empty(),
              Optional.of("add one to nodes")));
    }
    if (count > limits.nodes()) {
      add("nodes", "too many nodes", count, "use at most " + limits.nodes());
    }
    for (int i = 0; i < count; i++) {
      NodeSpec node = spec.nodes().get(i);
      String path = "nodes[" + i + "]";
      id(path, node.id(), i);
      Optional<NodeType> type = type(path, node);
      if (type.isEmpty() && registry.code(node).isEmpty()) {
        add(
            path + ".node_type",
            "unknown node type",
            node.type(),
            Suggestions.hint(node.type(), registry.names(), "use one of " + knownTypes()));
        if (Values.depth(node.params(), limits.paramDepth() + 1) > limits.paramDepth() + 1) {
          tooDeep(path + ".params");
        }
      } else {
        type.ifPresent(it -> params(path + ".params", it, node));
      }
      boolean wholeStream = type.isPresent() && type.get().form() != NodeType.Form.FUNCTION;
      new PolicyCheck(path + ".execution", node, wholeStream, node.type(), problems).run();
    }
  }

  private Optional<NodeType> type(String path, NodeSpec node) {
    String field = node.code().map(it -> path + "." + it.engine()).orElse(path + ".node_type");
    Optional<NodeType> type =
        registry.find(
            node,
            (param, message, met, hint) ->
                add(
                    node.code().isEmpty() || param.isEmpty() ? field : field + "." + param,
                    message,
                    met,
                    hint));
    types.add(type);
    return type;
  }

  private String knownTypes() {
    List<String> names = registry.names();
    return names.size() <= 20 ? String.join(", ", names) : "the " + names.size() + " known types";
  }

  private void id(String path, String id, int index) {
    if (id.isBlank()) {
      add(path + ".id", "empty node id", id, "give the node a name");
    } else if (id.codePointCount(0, id.length()) > limits.idLength()) {
      add(
          path + ".id",
          "node id of " + id.codePointCount(0, id.length()) + " characters",
          id,
          "use at most " + limits.idLength());
    } else if (id.chars().anyMatch(Character::isISOControl)) {
      add(path + ".id", "control character in a node id", id, "use printable characters");
    }
    Integer first = nodesById.putIfAbsent(id, index);
    if (first != null) {
      add(
          path + ".id",
          "duplicate node id, first used by nodes[" + first + "]",
          id,
          "give each node an id of its own");
    }
  }

  private void tooDeep(String path) {
    problems.add(
        new Problem(
            path,
            "params nested too deep",
            Optional.empty(),
            Optional.of("nest lists and objects at most " + limits.paramDepth() + " deep")));
  }

  private void params(String path, NodeType type, NodeSpec node) {
    int before = problems.size();
    Map<String, Param<?>> declared = new LinkedHashMap<>();
    type.params().forEach(it -> declared.put(it.name(), it));
    node.params()
        .forEach((name, value) -> {
          Param<?> param = declared.get(name);
          String at = Problem.field(path, name);
          if (param == null && type.takesAnyParams()) {
            if (Values.depth(value, limits.paramDepth() + 1) > limits.paramDepth()) {
              tooDeep(at);
            }
          } else if (param == null) {
            add(at, "unknown param of " + type.name(), name, paramHint(name, type, node.params()));
          } else if (Values.depth(value, limits.paramDepth() + 1) > limits.paramDepth()) {
            tooDeep(at);
          } else {
            problems.addAll(param.check(at, value));
          }
        });
    for (Param<?> param : declared.values()) {
      if (param.isRequired() && !node.params().containsKey(param.name())) {
        problems.add(
            new Problem(
                path,
                "missing param '%s' of %s".formatted(param.name(), type.name()),
                Optional.empty(),
                Optional.of("give it: " + param.expectation())));
      }
    }
    if (problems.size() == before) {
      type.check(
          new Params(node.params()),
          (param, message, met, hint) -> add(path + "." + param, message, met, hint));
    }
  }

  private static String paramHint(String name, NodeType type, Map<String, Object> given) {
    List<Param<?>> free =
        type.params().stream().filter(it -> !given.containsKey(it.name())).toList();
    for (Param<?> param : free) {
      if (param.otherNames().contains(name)) {
        return "did you mean '" + param.name() + "'?";
      }
    }
    List<String> names = type.params().stream().<String>map(Param::name).toList();
    if (names.isEmpty()) {
      return "leave it out: the type has no params";
    }
    List<String> close = Suggestions.close(name, names);
    List<Param<?>> missing = free.stream().filter(Param::isRequired).toList();
    if (close.isEmpty() && missing.size() == 1) {
      // Nothing is close in spelling, but only one param is waiting for a value.
      return "did you mean '" + missing.getFirst().name() + "'?";
    }
    return Suggestions.hint(name, names, "known params: " + String.join(", ", names));
  }

  private void connections() {
    int count = spec.connections().size();
    if (count > limits.connections()) {
      add("connections", "too many connections", count, "use at most " + limits.connections());
    }
    Map<ConnectionSpec, Integer> seen = new HashMap<>();
    Map<Integer, String> cycles = new Cycles(spec, nodesById).find();
    for (int i = 0; i < count; i++) {
      ConnectionSpec connection = spec.connections().get(i);
      String path = "connections[" + i + "]";
      boolean knownFrom = end(path + ".from", connection.from());
      boolean known = end(path + ".to", connection.to()) && knownFrom;
      Integer first = seen.putIfAbsent(connection, i);
      if (first != null) {
        add(
            path,
            "duplicate connection, the same as connections[" + first + "]",
            connection.from() + " → " + connection.to(),
            "remove one of them");
      } else if (known && connection.from().equals(connection.to())) {
        add(
            path,
            "a node is connected to itself",
            connection.from() + " → " + connection.to(),
            "remove the connection");
      } else if (known) {
        intoSource(path + ".to", connection.to());
      }
      String cycle = cycles.get(i);
      if (cycle != null) {
        add(path, "the connections form a cycle", cycle, "remove one of them");
      }
    }
  }

  private boolean end(String path, String id) {
    if (nodesById.containsKey(id)) {
      return true;
    }
    add(
        path,
        "connection to an unknown node",
        id,
        Suggestions.hint(id, nodesById.keySet(), "use the id of a node"));
    return false;
  }

  private void intoSource(String path, String id) {
    types
        .get(Objects.requireNonNull(nodesById.get(id)))
        .filter(type -> type.form() == NodeType.Form.SOURCE)
        .ifPresent(type ->
            add(
                path,
                "connection into a source, a " + type.name(),
                id,
                "remove the connection: a source takes no input"));
  }
}
