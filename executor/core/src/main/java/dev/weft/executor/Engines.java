package dev.weft.executor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/** The engines of a registry, each made when it is first needed. Immutable but for that. */
final class Engines {
  static final Engines NONE = new Engines(List::of, Map.of());

  private final Supplier<? extends Iterable<NodeEngine>> services;
  private final Map<String, Supplier<? extends NodeEngine>> given;

  /** Guarded by this. */
  private final Map<String, NodeEngine> made = new LinkedHashMap<>();

  private Engines(
      Supplier<? extends Iterable<NodeEngine>> services,
      Map<String, Supplier<? extends NodeEngine>> given) {
    this.services = services;
    this.given = given;
  }

  static Engines ofServices() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return new Engines(() -> ServiceLoader.load(NodeEngine.class, loader), Map.of());
  }

  Engines with(String name, Supplier<? extends NodeEngine> engine) {
    Map<String, Supplier<? extends NodeEngine>> more = new LinkedHashMap<>(given);
    more.put(name, engine);
    return new Engines(services, more);
  }

  private synchronized Optional<NodeEngine> find(String name) {
    NodeEngine engine = made.get(name);
    if (engine == null && given.containsKey(name)) {
      engine = given.get(name).get();
      made.put(name, engine);
    }
    if (engine == null) {
      for (NodeEngine service : services.get()) {
        made.putIfAbsent(service.name(), service);
      }
      engine = made.get(name);
    }
    return Optional.ofNullable(engine);
  }

  /** The type of a node that is run by code. */
  Optional<NodeType> type(NodeSpec node, NodeCode code, NodeType.Report report) {
    Optional<NodeEngine> engine = find(code.engine());
    if (engine.isEmpty()) {
      report.problem(
          "",
          "there is no engine for this code",
          code.engine(),
          "put the module weft-executor-" + code.engine() + " beside the executor");
    }
    return engine.flatMap(it -> it.type(node, code, report));
  }
}
