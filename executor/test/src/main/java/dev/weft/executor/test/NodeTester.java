package dev.weft.executor.test;

import dev.weft.executor.NodeEngine;
import dev.weft.executor.test.CaseResult.Status;
import dev.weft.executor.test.NodeCase.CaseRun;
import dev.weft.executor.wasm.GuestLimits;
import dev.weft.runtime.AsyncRuntime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs the cases of a node on one engine, and compares what comes out with what is to come out:
 * item by item, and error by error with its type, message, line, node and item. Time is virtual, so
 * that sleeps cost nothing.
 *
 * {@snippet :
 * CaseTable table = CaseTable.read(Path.of("shout.py"), Path.of("shout.cases.json"));
 * try (NodeTester tester =
 *     NodeTester.of("embedded", limits -> PythonEngine.of(PythonOptions.DEFAULT.limits(limits)))) {
 *   tester.test(table).forEach(System.out::println);
 * }
 * }
 *
 * <p>Not thread-safe; one tester may serve any number of tables, one after the other.
 */
public final class NodeTester implements AutoCloseable {
  /** How long a run may take by the clock on the wall, unless said otherwise. */
  public static final Duration LIMIT = Duration.ofSeconds(30);

  private final CaseEngine engine;

  private NodeTester(CaseEngine engine) {
    this.engine = engine;
  }

  /**
   * A tester on an engine of this JVM, with {@link #LIMIT}.
   *
   * @param name the engine's name in tables: {@code embedded} or {@code translated}
   * @param engine makes the engine, which is called {@code python}, with limits for its guests
   */
  public static NodeTester of(String name, Function<GuestLimits, ? extends NodeEngine> engine) {
    return of(name, engine, LIMIT);
  }

  /** A tester on an engine of this JVM, on which a run may take so long. */
  public static NodeTester of(
      String name, Function<GuestLimits, ? extends NodeEngine> engine, Duration limit) {
    return of(name, engine, limit, AsyncRuntime.Backend.EVENT_LOOP);
  }

  /** A tester on an engine of this JVM, whose runs have a runtime of a certain backend. */
  public static NodeTester of(
      String name,
      Function<GuestLimits, ? extends NodeEngine> engine,
      Duration limit,
      AsyncRuntime.Backend backend) {
    return new NodeTester(new HostEngine(name, engine, limit, backend));
  }

  /**
   * A tester on an installed CPython of 3.12 or newer: that of the environment variable {@code
   * WEFT_PYTHON}, or one on the path. Empty where there is none.
   *
   * <p>Code runs there with all rights of this process: there is no sandbox.
   */
  public static Optional<NodeTester> installed(Duration limit) {
    return ReferenceEngine.find().map(it -> of(it, limit));
  }

  /** A tester on a certain CPython. */
  public static NodeTester of(Path python, Duration limit) {
    return new NodeTester(new ReferenceEngine(python, limit));
  }

  /** The engine, as tables name it. */
  public String engine() {
    return engine.name();
  }

  /**
   * Runs all cases of a table.
   *
   * @throws CaseException if the engine itself fails
   */
  public List<CaseResult> test(CaseTable table) {
    List<CaseResult> results = new ArrayList<>();
    for (NodeCase each : table.cases()) {
      results.add(test(table.node(), each));
    }
    return results;
  }

  private CaseResult test(Path node, NodeCase nodeCase) {
    Optional<String> leftOut = reasonToLeaveOut(nodeCase);
    if (leftOut.isPresent()) {
      return new CaseResult(
          nodeCase.name(), engine(), Status.LEFT_OUT, List.of(leftOut.get()), Duration.ZERO);
    }
    long begin = System.nanoTime();
    List<Map<String, Object>> seen = engine.run(node, nodeCase);
    Duration time = Duration.ofNanos(System.nanoTime() - begin);
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < nodeCase.runs().size(); i++) {
      String run = nodeCase.runs().size() > 1 ? "runs[" + i + "]." : "";
      Optional<Map<String, Object>> expected = nodeCase.runs().get(i).expect();
      if (expected.isEmpty()) {
        notes.add(run + "expect: nothing is written down; write it, or have --record write it");
      } else if (i >= seen.size()) {
        notes.add(run + "it was not run, since a run before it failed");
      } else {
        Differences.between(expected.get(), seen.get(i)).forEach(it -> notes.add(run + it));
      }
    }
    return new CaseResult(
        nodeCase.name(), engine(), notes.isEmpty() ? Status.PASSED : Status.FAILED, notes, time);
  }

  private Optional<String> reasonToLeaveOut(NodeCase nodeCase) {
    if (!nodeCase.isFor(engine())) {
      return Optional.of("only for " + String.join(", ", nodeCase.engines()));
    }
    boolean problems =
        nodeCase.runs().stream()
            .map(CaseRun::expect)
            .flatMap(Optional::stream)
            .anyMatch(it -> it.containsKey(Observation.PROBLEMS));
    return problems && engine instanceof ReferenceEngine
        ? Optional.of("the executor checks params, not Python")
        : Optional.empty();
  }

  /**
   * The text of a table in which what comes out stands as what is to come out.
   *
   * @param reference another tester to ask where the case is for it, and this one finds nothing
   *     wrong with the node's params; null to ask this one
   * @throws CaseException if an engine itself fails
   */
  public String record(CaseTable table, @Nullable NodeTester reference) {
    List<List<Map<String, Object>>> seen = new ArrayList<>();
    for (NodeCase each : table.cases()) {
      List<Map<String, Object>> here =
          each.isFor(engine()) ? engine.run(table.node(), each) : List.of();
      boolean sound = here.stream().noneMatch(it -> it.containsKey(Observation.PROBLEMS));
      boolean ask = sound && reference != null && each.isFor(reference.engine());
      List<Map<String, Object>> kept =
          ask && reference != null ? reference.engine.run(table.node(), each) : here;
      seen.add(kept.stream().map(Observation::toRecord).toList());
    }
    return table.recorded(seen);
  }

  @Override
  public void close() {
    engine.close();
  }
}
