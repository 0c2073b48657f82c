package dev.weft.executor.manifest;

import dev.weft.executor.ConnectionSpec;
import dev.weft.executor.ExecutionPolicy;
import dev.weft.executor.NodeCode;
import dev.weft.executor.NodeSpec;
import dev.weft.executor.PipelineSpec;
import dev.weft.executor.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a description of a pipeline from a document. What is missing or of the wrong kind is
 * reported and stood in for, so that the rest can be checked too.
 */
final class ManifestDecoder {
  private static final List<String> DOCUMENT = List.of("manifest", "input_data");
  private static final List<String> MANIFEST =
      List.of("version", "metadata", "nodes", "connections");
  private static final List<String> METADATA = List.of("name", "description", "created_at");
  private static final List<String> NODE =
      List.of(
          "id",
          "node_type",
          "params",
          "is_streaming",
          "runtime_hint",
          "capabilities",
          "execution",
          "python",
          "wasm");

  /** The engines whose code a node may bring along. */
  private static final List<String> ENGINES = List.of("python", "wasm");

  private static final List<String> EXECUTION =
      List.of("timeout", "retry", "on_error", "concurrency", "capacity", "fan_in");
  private static final List<String> RETRY = List.of("attempts", "backoff", "factor", "max_backoff");
  private static final List<String> CONNECTION = List.of("from", "to");

  /** Starts a stand-in for a name that could not be read; no JSON text of ours has it. */
  private static final String STAND_IN = "\u0000\u0000\u0000\u0000";

  private final Problems problems;
  private String prefix = "";

  ManifestDecoder(Problems problems) {
    this.problems = problems;
  }

  /** The path of the manifest in its document; empty if it is the document. */
  String prefix() {
    return prefix;
  }

  Manifest decode(JsonValue root) {
    if (!(root instanceof JsonValue.Obj object)) {
      wrongKind("", root, "the manifest");
      return new Manifest(PipelineSpec.builder("").build(), Optional.empty());
    }
    boolean wrapped = object.member("manifest") != null;
    if (!wrapped) {
      if (object.member("nodes") == null && object.member("input_data") != null) {
        prefix = "manifest";
        new Fields(object, "", problems, DOCUMENT)
            .requirePresent("manifest", "write {\"manifest\": { … }, \"input_data\": [ … ]}");
        return new Manifest(PipelineSpec.builder("").build(), Optional.empty());
      }
      return new Manifest(spec(object), Optional.empty());
    }
    Fields fields = new Fields(object, "", problems, DOCUMENT);
    prefix = "manifest";
    Optional<List<Object>> input = input(fields);
    return new Manifest(
        fields.object("manifest").map(this::spec).orElseGet(() -> PipelineSpec.builder("").build()),
        input);
  }

  private static Optional<List<Object>> input(Fields fields) {
    Optional<JsonValue> value = fields.value("input_data");
    if (value.isPresent() && value.get() instanceof JsonValue.Items items) {
      return Optional.of(items.items());
    }
    value.ifPresent(other ->
        fields.wrong(
            "input_data",
            other,
            "the input must be an array, not " + other.kind(),
            "write [item, item, …], or leave it out for a pipeline with sources"));
    return Optional.empty();
  }

  private PipelineSpec spec(JsonValue.Obj object) {
    Fields fields = new Fields(object, prefix, problems, MANIFEST);
    Optional<String> version = fields.requiredString("version", "add \"version\": \"v1\"");
    if (version.isPresent() && !version.get().equals("v1")) {
      fields
          .value("version")
          .ifPresent(value ->
              fields.wrong("version", value, "this version is not supported", "write \"v1\""));
    }
    fields.requirePresent("metadata", "add \"metadata\": {\"name\": \"…\"}");
    Optional<Fields> metadata =
        fields
            .object("metadata")
            .map(inner -> new Fields(inner, fields.path("metadata"), problems, METADATA));
    List<NodeSpec> nodes = new ArrayList<>();
    for (JsonValue node : fields.array("nodes")) {
      nodes.add(node(node, nodes.size(), fields.path("nodes") + "[" + nodes.size() + "]"));
    }
    List<ConnectionSpec> connections = new ArrayList<>();
    for (JsonValue connection : fields.array("connections")) {
      int index = connections.size();
      connections.add(
          connection(connection, index, fields.path("connections") + "[" + index + "]"));
    }
    return new PipelineSpec(
        metadata.flatMap(m -> m.requiredString("name", "give the pipeline a name")).orElse(""),
        metadata.flatMap(m -> m.string("description")),
        metadata.flatMap(m -> m.string("created_at")),
        nodes,
        connections);
  }

  private NodeSpec node(JsonValue value, int index, String path) {
    if (!(value instanceof JsonValue.Obj object)) {
      wrongKind(path, value, "a node");
      return NodeSpec.of(STAND_IN + index, STAND_IN, Map.of());
    }
    Fields fields = new Fields(object, path, problems, NODE);
    return new NodeSpec(
        fields
            .requiredString("id", "give the node an id that no other node has")
            .orElse(STAND_IN + index),
        fields
            .requiredString("node_type", "name its type; \"weft nodes\" lists them")
            .orElse(STAND_IN),
        fields.plain("params"),
        fields.bool("is_streaming").orElse(false),
        fields.string("runtime_hint"),
        fields.plain("capabilities"),
        fields
            .object("execution")
            .map(inner -> execution(inner, fields.path("execution")))
            .orElse(ExecutionPolicy.DEFAULT),
        code(fields));
  }

  private static Optional<NodeCode> code(Fields fields) {
    List<String> given = ENGINES.stream().filter(it -> fields.value(it).isPresent()).toList();
    if (given.size() > 1) {
      String second = given.get(1);
      fields.wrong(
          second,
          fields.value(second).orElseThrow(),
          "code is given twice, here and in '" + given.getFirst() + "'",
          "leave one of them out");
    }
    return given.stream()
        .findFirst()
        .filter(it -> fields.object(it).isPresent())
        .map(it -> new NodeCode(it, fields.plain(it)));
  }

  private ExecutionPolicy execution(JsonValue.Obj object, String path) {
    Fields fields = new Fields(object, path, problems, EXECUTION);
    ExecutionPolicy standard = ExecutionPolicy.DEFAULT;
    return new ExecutionPolicy(
        fields.duration("timeout"),
        fields.object("retry").map(inner -> retry(inner, fields.path("retry"))),
        fields.choice("on_error", ExecutionPolicy.OnError.class).orElse(standard.onError()),
        fields.integer("concurrency").orElse(standard.concurrency()),
        fields.integer("capacity").orElse(standard.capacity()),
        fields.choice("fan_in", ExecutionPolicy.FanIn.class).orElse(standard.fanIn()));
  }

  private ExecutionPolicy.Retry retry(JsonValue.Obj object, String path) {
    Fields fields = new Fields(object, path, problems, RETRY);
    ExecutionPolicy.Retry standard = ExecutionPolicy.Retry.DEFAULT;
    return new ExecutionPolicy.Retry(
        fields.integer("attempts").orElse(standard.attempts()),
        fields.duration("backoff").orElse(standard.backoff()),
        fields.number("factor").orElse(standard.factor()),
        fields.duration("max_backoff").orElse(standard.maxBackoff()));
  }

  private ConnectionSpec connection(JsonValue value, int index, String path) {
    if (!(value instanceof JsonValue.Obj object)) {
      wrongKind(path, value, "a connection");
      return new ConnectionSpec(STAND_IN + "from" + index, STAND_IN + "to" + index);
    }
    Fields fields = new Fields(object, path, problems, CONNECTION);
    return new ConnectionSpec(
        fields
            .requiredString("from", "name the node that emits, by its id")
            .orElse(STAND_IN + "from" + index),
        fields
            .requiredString("to", "name the node that receives, by its id")
            .orElse(STAND_IN + "to" + index));
  }

  private void wrongKind(String path, JsonValue value, String what) {
    if (!(value instanceof JsonValue.Bad)) {
      problems.add(
          new Problem(
              path,
              what + " must be an object, not " + value.kind(),
              Optional.of(Shown.json(value)),
              Optional.of("write { … }")),
          value.at());
    }
  }
}
