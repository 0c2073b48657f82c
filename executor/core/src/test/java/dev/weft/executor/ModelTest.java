package dev.weft.executor;

import static dev.weft.executor.Bench.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Validation, suggestions, order and state. */
class ModelTest {
  private static final NodeType SIZED =
      new NodeType() {
        @Override
        public String name() {
          return "SizedNode";
        }

        @Override
        public String summary() {
          return "Has params.";
        }

        @Override
        public List<Param<?>> params() {
          return List.of(
              Param.integer("size", "A size.").range(1, 10),
              Param.string("label", "A label.").min(1).optional(),
              Param.choice("mode", "A mode.", "fast", "slow").orElse("fast"),
              Param.number("scale", "A scale.").max(1.5).optional(),
              Param.bool("on", "A switch.").orElse(true),
              Param.list("names", "Names.").max(2).optional(),
              Param.object("extra", "More.").optional());
        }

        @Override
        public Node create(NodeContext context) {
          return (Node.Function) item -> item;
        }
      };

  private static List<String> problems(PipelineSpec.Builder spec) {
    return Pipeline.validate(spec.build(), REGISTRY.with(SIZED), Limits.DEFAULT).stream()
        .map(Problem::toString)
        .toList();
  }

  private static List<String> params(Map<String, ?> params) {
    return problems(PipelineSpec.builder("p").node("a", "SizedNode", params)).stream()
        .map(it -> it.replace("nodes[0].params", "$"))
        .toList();
  }

  @Test
  void emptyPipelineIsRefused() {
    assertThat(problems(PipelineSpec.builder("p")))
        .containsExactly("nodes: the manifest must contain at least one node; add one to nodes");
  }

  @Test
  void allProblemsAreReportedInTheOrderOfTheDescription() {
    PipelineSpec.Builder spec =
        PipelineSpec.builder("p")
            .node("a", "Pas")
            .node("a", "Sized")
            .node("", "Pass")
            .node("s", "Count5")
            .node("b", "Pass", Map.of("x", 1L))
            .connect("a", "bb")
            .connect("a", "b")
            .connect("a", "b")
            .connect("b", "b")
            .connect("a", "s");
    assertThat(problems(spec))
        .containsExactly(
            "nodes[0].node_type: unknown node type, got \"Pas\"; did you mean 'Pass'?",
            "nodes[1].id: duplicate node id, first used by nodes[0], got \"a\"; give each node an id of its own",
            "nodes[1].node_type: unknown node type, got \"Sized\"; did you mean 'SizedNode'?",
            "nodes[2].id: empty node id, got \"\"; give the node a name",
            "nodes[4].params.x: unknown param of Pass, got \"x\"; leave it out: the type has no params",
            "connections[0].to: connection to an unknown node, got \"bb\"; did you mean 'b'?",
            "connections[2]: duplicate connection, the same as connections[1], got \"a → b\"; remove one of them",
            "connections[3]: a node is connected to itself, got \"b → b\"; remove the connection",
            "connections[4].to: connection into a source, a Count5, got \"s\"; remove the connection: a source takes no input");
  }

  @Test
  void cycleIsNamedByItsShortestPath() {
    PipelineSpec.Builder spec =
        PipelineSpec.builder("p")
            .node("in", "Pass")
            .node("a", "Pass")
            .node("b", "Pass")
            .node("c", "Pass")
            .node("x", "Pass")
            .node("y", "Pass")
            .connect("in", "a", "b", "c", "a")
            .connect("c", "x", "y", "x");
    assertThat(problems(spec))
        .containsExactly(
            "connections[3]: the connections form a cycle, got \"a → b → c → a\"; remove one of them",
            "connections[6]: the connections form a cycle, got \"x → y → x\"; remove one of them");
  }

  @Test
  void paramsAreCheckedAgainstTheirDeclaration() {
    assertThat(params(Map.of()))
        .containsExactly("$: missing param 'size' of SizedNode; give it: integer from 1 to 10");
    assertThat(params(Map.of("size", 11L)))
        .containsExactly("$.size: out of range, got 11; write integer from 1 to 10");
    assertThat(params(Map.of("size", 2.0)))
        .containsExactly("$.size: expected integer from 1 to 10, not number, got 2.0; write 2");
    assertThat(params(Map.of("size", "3")))
        .containsExactly(
            "$.size: expected integer from 1 to 10, not string, got \"3\"; write it without quotes");
    assertThat(params(Map.of("size", 1L, "label", "")))
        .containsExactly("$.label: out of range, got \"\"; write string of at least 1 characters");
    assertThat(params(Map.of("size", 1L, "label", JsonNull.NULL)))
        .containsExactly(
            "$.label: expected string of at least 1 characters, not null, got null; leave it out");
    assertThat(params(Map.of("size", 1L, "mode", "slw")))
        .containsExactly(
            "$.mode: expected one of fast, slow, not another word, got \"slw\"; did you mean 'slow'?");
    assertThat(params(Map.of("size", 1L, "scale", Double.NaN))).hasSize(1);
    assertThat(params(Map.of("size", 1L, "scale", 2L))).hasSize(1);
    assertThat(params(Map.of("size", 1L, "on", 1L))).hasSize(1);
    assertThat(params(Map.of("size", 1L, "names", List.of(1L, 2L, 3L)))).hasSize(1);
    assertThat(params(Map.of("size", 1L, "extra", List.of()))).hasSize(1);
    assertThat(params(Map.of("size", 1L, "a b", 1L)))
        .singleElement()
        .asString()
        .startsWith("$[\"a b\"]: unknown param");
    assertThat(params(Map.of("sise", 1L)).getFirst()).endsWith("did you mean 'size'?");
  }

  @Test
  void policiesAreCheckedAgainstRangeAndForm() {
    ExecutionPolicy wild =
        POLICY
            .withTimeout(Duration.ZERO)
            .withRetry(new ExecutionPolicy.Retry(0, Duration.ofSeconds(-1), 0.5, Duration.ZERO))
            .withConcurrency(0)
            .withCapacity(0);
    assertThat(problems(PipelineSpec.builder("p").node("a", "Pass", Map.of(), wild)))
        .extracting(it -> it.substring(0, it.indexOf(':')))
        .containsExactly(
            "nodes[0].execution.timeout",
            "nodes[0].execution.retry.attempts",
            "nodes[0].execution.retry.backoff",
            "nodes[0].execution.retry.factor",
            "nodes[0].execution.concurrency",
            "nodes[0].execution.capacity");
    ExecutionPolicy byItem = POLICY.withOnError(ExecutionPolicy.OnError.SKIP).withConcurrency(2);
    assertThat(problems(PipelineSpec.builder("p").node("a", "Batch", Map.of(), byItem)))
        .containsExactly(
            "nodes[0].execution.on_error: error policy is not possible for a Batch, which does not work item by item, got \"SKIP\"; leave it out",
            "nodes[0].execution.concurrency: concurrency is not possible for a Batch, which does not work item by item, got 2; leave it out");
  }

  @Test
  void limitsHold() {
    Limits small = new Limits(1, 0, 2, 3, 100);
    Object deep = List.of(List.of(List.of()));
    PipelineSpec spec =
        PipelineSpec.builder("p")
            .node("abcd", "Pass")
            .node("b", "SizedNode", Map.of("size", 1L, "extra", Map.of("x", deep)))
            .connect("abcd", "b")
            .build();
    assertThat(Pipeline.validate(spec, REGISTRY.with(SIZED), small))
        .extracting(Problem::path)
        .containsExactly("nodes", "nodes[0].id", "nodes[1].params.extra", "connections");
  }

  @Test
  void invalidPipelineCannotBeMade() {
    assertThatThrownBy(() -> pipeline(PipelineSpec.builder("p").node("a", "Nope")))
        .isInstanceOf(PipelineException.Invalid.class)
        .hasMessageStartingWith("pipeline 'p' has 1 problem:\n  nodes[0].node_type: unknown");
  }

  @Test
  void tiesInTheOrderOfExecutionFollowTheDescription() {
    GraphInfo info =
        pipeline(
                PipelineSpec.builder("p")
                    .node("z", "Pass")
                    .node("end", "Pass")
                    .node("b", "Pass")
                    .node("a", "Pass")
                    .connect("b", "end")
                    .connect("a", "end"))
            .graph();
    assertThat(info.executionOrder()).containsExactly("z", "b", "a", "end");
    assertThat(info.sources()).containsExactly("z", "b", "a");
    assertThat(info.sinks()).containsExactly("z", "end");
  }

  @Test
  void registryRefusesTwoTypesOfOneName() {
    assertThatThrownBy(() -> NodeRegistry.of(PASS, PASS)).hasMessageContaining("'Pass'");
    assertThat(REGISTRY.suggestions("Duoble")).containsExactly("Double");
  }

  @Test
  void suggestionsCountASwapAsOneEdit() {
    assertThat(Suggestions.distance("factor", "fcator")).isEqualTo(1);
    assertThat(Suggestions.distance("", "abc")).isEqualTo(3);
    assertThat(Suggestions.distance("kitten", "sitting")).isEqualTo(3);
  }

  @Test
  void stateIsForgottenAfterItsTimeToLive() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    SessionStore store = new SessionStore(new StateLimits(Duration.ofMinutes(1), 2, 2), now::get);
    SessionState state = store.state("s", "node");
    state.put("old", 1);
    now.set(now.get().plusSeconds(40));
    state.put("new", 2);
    now.set(now.get().plusSeconds(40));
    assertThat(state.get("old")).isEmpty();
    assertThat(state.get("new")).contains(2);
    assertThat(state.size()).isEqualTo(1);
    assertThat(store.state("s", "other").get("new")).isEmpty();
  }

  @Test
  void stateHasALimitOfEntriesAndOfSessions() {
    SessionStore store =
        new SessionStore(new StateLimits(Duration.ofMinutes(1), 2, 2), () -> Instant.EPOCH);
    SessionState state = store.state("s", "node");
    state.put("a", 1);
    state.update("b", 0, it -> it + 1);
    assertThatThrownBy(() -> state.put("c", 1))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("the state of node 'node' is full: it holds 2 entries");
    state.remove("a");
    state.put("c", 1);
    store.state("t", "node").put("a", 1);
    assertThat(state.get("c")).contains(1);
    store.state("u", "node").put("a", 1);
    assertThat(store.sessions()).isEqualTo(2);
    assertThat(store.state("t", "node").get("a")).isEmpty();
  }

  @Test
  void keysGrowAndTheSuccessorIsBeyondAllThatExtendAKey() {
    long[] key = {5, 2};
    assertThat(Keys.compare(key, Keys.under(key, 0))).isNegative();
    assertThat(Keys.after(key)).containsExactly(5, 3);
    List<long[]> keys =
        new ArrayList<>(
            List.of(
                new long[] {5},
                new long[] {5, 2},
                new long[] {5, 2, 9},
                new long[] {5, 3},
                new long[] {5, 3, 0},
                new long[] {6}));
    for (long[] a : keys) {
      for (long[] b : keys) {
        assertThat(Integer.signum(Keys.compareToAfter(a, b)))
            .isEqualTo(Integer.signum(Keys.compare(a, Keys.after(b))));
      }
    }
  }
}
