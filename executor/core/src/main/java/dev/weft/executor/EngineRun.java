package dev.weft.executor;

import dev.weft.runtime.AsyncException;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.CancellationError;
import dev.weft.runtime.TaskHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One run. A coordinating task makes and initializes the nodes, starts a task for each, waits for
 * the results to end, stops what is left, and cleans up. The nodes' tasks are not its children, so
 * that one that cannot be stopped does not hold up the end.
 */
final class EngineRun implements PipelineRun {
  private static final System.Logger LOG = System.getLogger("dev.weft.executor");

  /** Why the run ends. */
  private record Ending(RunResult.Status status, Optional<NodeError> error) {}

  final AsyncRuntime runtime;
  final Stop stop = new Stop();
  final Pulse pulse;
  final Observing observing = new Observing();

  private final String name;
  private final Graph graph;
  private final SessionStore sessions;
  private final Input input;
  private final RunOptions options;
  private final Reports reports;
  private final Map<String, Meter> meters = new LinkedHashMap<>();

  private final RunTasks tasks;
  private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
  private final AtomicReference<@Nullable NodeError> firstFailure = new AtomicReference<>();
  private final List<NodeError> errors = new ArrayList<>();
  private final List<AsyncRuntime.Cancellable> timers =
      Collections.synchronizedList(new ArrayList<>());
  private @Nullable Collector collector;
  private @Nullable TaskHandle<RunResult> coordinator;

  private EngineRun(
      AsyncRuntime runtime,
      String name,
      Graph graph,
      SessionStore sessions,
      Input input,
      RunOptions options) {
    this.runtime = runtime;
    this.pulse = new Pulse(runtime);
    this.name = name;
    this.graph = graph;
    this.sessions = sessions;
    this.input = input;
    this.options = options;
    this.reports = new Reports(graph.info(), options.onDeadLetter());
    this.tasks = new RunTasks(runtime, name, options.grace(), this::cancel);
    graph.info().executionOrder().forEach(it -> meters.put(it, new Meter()));
  }

  static EngineRun start(
      AsyncRuntime runtime,
      String name,
      Graph graph,
      SessionStore sessions,
      Input input,
      RunOptions options) {
    EngineRun run = new EngineRun(runtime, name, graph, sessions, input, options);
    // Here, so that the observer sees who starts the run.
    run.observing.start(options.observer(), name, graph.info(), run);
    try {
      run.coordinator = runtime.spawn("pipeline " + name, run::coordinate);
    } catch (AsyncException.Spawn e) {
      run.end(
          RunResult.Status.FAILED, NodeError.general(NodeError.Phase.RUN, OptionalLong.empty(), e));
      run.observing.runEnded(run.result());
      throw e;
    }
    return run;
  }

  // ---- What the caller sees.

  private TaskHandle<RunResult> handle() {
    return Objects.requireNonNull(coordinator);
  }

  @Override
  public RunResult await() {
    return handle().await();
  }

  @Override
  public boolean isFinished() {
    return handle().isFinished();
  }

  void onEnd(Runnable callback) {
    handle().onDone(_ -> callback.run());
  }

  @Override
  public void cancel(String reason) {
    end(
        RunResult.Status.CANCELLED,
        NodeError.general(
            NodeError.Phase.RUN,
            OptionalLong.empty(),
            new PipelineException("cancelled: " + reason, null)));
  }

  @Override
  public Map<String, NodeMetrics> metrics() {
    Map<String, NodeMetrics> metrics = new LinkedHashMap<>();
    meters.forEach((id, meter) -> metrics.put(id, meter.snapshot()));
    return Collections.unmodifiableMap(metrics);
  }

  // ---- What the nodes' tasks tell.

  /**
   * A node has failed. The failure is on its way to the results; if it cannot get there, it ends
   * the run a grace later.
   */
  void nodeFailed(NodeError error) {
    observing.nodeFailed(error);
    if (firstFailure.compareAndSet(null, error)) {
      timers.add(runtime.callLater(options.grace(), () -> end(RunResult.Status.FAILED, error)));
    } else {
      suppress(Objects.requireNonNull(firstFailure.get()), error);
    }
  }

  private static void suppress(NodeError first, NodeError other) {
    if (first != other && first.cause() != other.cause()) {
      first.cause().addSuppressed(other.cause());
    }
  }

  void skipped(NodeError error) {
    reports.skipped(error);
  }

  void deadLetter(DeadLetter letter) {
    try {
      reports.deadLetter(letter);
    } catch (RuntimeException e) {
      NodeError error = NodeError.general(NodeError.Phase.OUTPUT, letter.error().item(), e);
      end(RunResult.Status.FAILED, error);
      throw new ItemFailure(error);
    }
  }

  /** Ends the run unless called off: a node that got no further a grace after its timeout. */
  AsyncRuntime.Cancellable watch(String id, Duration limit) {
    return runtime.callLater(
        limit.plus(options.grace()),
        () ->
            end(
                RunResult.Status.FAILED,
                NodeError.of(
                    NodeError.Phase.STOP,
                    id,
                    new PipelineException(
                        "it went on for %s after its timeout of %s; let the cancellation pass"
                            .formatted(Values.text(options.grace()), Values.text(limit)),
                        null))));
  }

  void debug(String id, Throwable event) {
    LOG.log(System.Logger.Level.DEBUG, () -> "node '" + id + "' of '" + name + "' ended", event);
  }

  private void end(RunResult.Status status, @Nullable NodeError error) {
    if (ending.compareAndSet(null, new Ending(status, Optional.ofNullable(error)))) {
      tasks.raise();
    }
  }

  private boolean isEnding() {
    return ending.get() != null;
  }

  // ---- The coordinator.

  private RunResult coordinate() {
    options
        .timeout()
        .ifPresent(limit ->
            timers.add(
                runtime.callLater(
                    limit,
                    () ->
                        end(
                            RunResult.Status.TIMED_OUT,
                            NodeError.general(
                                NodeError.Phase.RUN,
                                OptionalLong.empty(),
                                new PipelineException(
                                    "timed out after " + Values.text(limit), null))))));
    Map<Graph.Vertex, Node> nodes = new LinkedHashMap<>();
    List<Graph.Vertex> touched = new ArrayList<>();
    if (create(nodes) && initialize(nodes, touched)) {
      flow(nodes);
    }
    for (Graph.Vertex vertex : touched.reversed()) {
      cleanup(vertex, Objects.requireNonNull(nodes.get(vertex)));
    }
    timers.forEach(AsyncRuntime.Cancellable::cancel);
    RunResult result = result();
    observing.runEnded(result);
    return result;
  }

  private boolean create(Map<Graph.Vertex, Node> nodes) {
    for (Graph.Vertex vertex : graph.vertices()) {
      NodeSpec spec = vertex.spec();
      try {
        Node node = vertex.type().create(new Context(spec, options.session(), sessions));
        PipelineException misfit = Wiring.misfit(vertex, node);
        if (misfit != null) {
          throw misfit;
        }
        nodes.put(vertex, node);
      } catch (Throwable e) {
        end(RunResult.Status.FAILED, NodeError.of(NodeError.Phase.CREATE, spec.id(), e));
        return false;
      }
    }
    return true;
  }

  private boolean initialize(Map<Graph.Vertex, Node> nodes, List<Graph.Vertex> touched) {
    for (Map.Entry<Graph.Vertex, Node> entry : nodes.entrySet()) {
      String id = entry.getKey().spec().id();
      if (isEnding()) {
        return false;
      }
      touched.add(entry.getKey());
      TaskHandle<?> task = tasks.spawn(id + " initialize", () -> entry.getValue().initialize());
      tasks.await(() -> task.isFinished() || isEnding());
      if (!task.isFinished()) {
        task.abort("the run is ending");
        errors.addAll(tasks.awaitEndOf(List.of(id), List.of(task)));
        return false;
      }
      Throwable failure = RunTasks.failure(task);
      if (failure != null) {
        end(RunResult.Status.FAILED, NodeError.of(NodeError.Phase.INITIALIZE, id, failure));
        return false;
      }
    }
    return true;
  }

  private void flow(Map<Graph.Vertex, Node> nodes) {
    Wiring wiring = new Wiring(graph, options, this);
    String unfit = unfitInput(wiring.takesInput());
    if (!unfit.isEmpty()) {
      end(
          RunResult.Status.FAILED,
          NodeError.general(
              NodeError.Phase.INPUT, OptionalLong.empty(), new PipelineException(unfit, null)));
      return;
    }
    Collector results =
        new Collector(wiring.collectorInlet(), graph.info().sinks(), options.onOutput());
    collector = results;
    List<String> ids = new ArrayList<>(List.of("results"));
    List<TaskHandle<?>> running = new ArrayList<>();
    running.add(tasks.spawn("results", () -> collect(results)));
    nodes.forEach((vertex, node) -> {
      String id = vertex.spec().id();
      Worker worker = wiring.worker(vertex, node, Objects.requireNonNull(meters.get(id)));
      ids.add(id);
      running.add(tasks.spawn(id, () -> live(id, worker)));
    });
    Optional<Thread> reader =
        wiring.takesInput() ? feed(wiring.feeder(input), ids, running) : Optional.empty();
    tasks.await(this::isEnding);
    stop.request();
    reader.ifPresent(Thread::interrupt);
    running.forEach(it -> it.abort("the run is ending"));
    errors.addAll(tasks.awaitEndOf(ids, running));
  }

  private void live(String id, Worker worker) {
    try (RunObserver.NodeScope _ = observing.nodeStarted(id)) {
      worker.live();
    }
  }

  /** What is wrong with the kind of input that was given. */
  private String unfitInput(boolean taken) {
    if (taken) {
      return input instanceof Input.None
          ? "none was given, but node '%s' takes some; give an empty input if no items are meant"
              .formatted(firstRootWithInput())
          : "";
    }
    boolean none =
        input instanceof Input.None
            || (input instanceof Input.Items items && !items.items().iterator().hasNext());
    return none
        ? ""
        : "some was given, but the pipeline takes none, as all its roots are sources; leave it out";
  }

  private String firstRootWithInput() {
    return graph.vertices().stream()
        .filter(it -> it.incoming().isEmpty() && !it.isSource())
        .findFirst()
        .orElseThrow()
        .spec()
        .id();
  }

  private Optional<Thread> feed(Feeder feeder, List<String> ids, List<TaskHandle<?>> running) {
    if (input instanceof Input.Blocking) {
      return Optional.of(
          Thread.ofPlatform().daemon().name("weft input of " + name).start(feeder::live));
    }
    ids.add("input");
    running.add(tasks.spawn("input", feeder::live));
    return Optional.empty();
  }

  private void collect(Collector results) {
    Optional<NodeError> failure;
    try {
      failure = results.collect();
    } catch (CancellationError e) {
      if (!isEnding()) {
        cancel("its task was cancelled");
      }
      throw e;
    } catch (Throwable e) {
      failure = Optional.of(NodeError.general(NodeError.Phase.OUTPUT, OptionalLong.empty(), e));
    }
    end(
        failure.isPresent() ? RunResult.Status.FAILED : RunResult.Status.SUCCESS,
        failure.orElse(null));
  }

  private void cleanup(Graph.Vertex vertex, Node node) {
    String id = vertex.spec().id();
    try {
      TaskHandle<?> task = tasks.spawn(id + " cleanup", node::cleanup);
      if (!tasks.awaitFor(options.grace(), task::isFinished)) {
        task.abort("cleanup took too long");
        errors.add(
            NodeError.of(
                NodeError.Phase.CLEANUP,
                id,
                new PipelineException(
                    "it had not finished after %s and was given up"
                        .formatted(Values.text(options.grace())),
                    null)));
        return;
      }
      Throwable failure = RunTasks.failure(task);
      if (failure != null) {
        errors.add(NodeError.of(NodeError.Phase.CLEANUP, id, failure));
      }
    } catch (RuntimeException e) {
      // The runtime has been closed, and starts nothing any more.
      errors.add(NodeError.of(NodeError.Phase.CLEANUP, id, e));
    }
  }

  private RunResult result() {
    Ending how = Objects.requireNonNull(ending.get());
    List<NodeError> all = new ArrayList<>();
    how.error().ifPresent(all::add);
    NodeError first = firstFailure.get();
    if (first != null && how.error().isPresent()) {
      suppress(how.error().get(), first);
    }
    all.addAll(errors);
    boolean stuck = errors.stream().anyMatch(it -> it.phase() == NodeError.Phase.STOP);
    Collector results = collector;
    Map<String, List<Object>> bySink = new LinkedHashMap<>();
    for (String sink : graph.info().sinks()) {
      bySink.put(
          sink,
          results == null
              ? List.of()
              : Values.copy(Objects.requireNonNull(results.bySink().get(sink))));
    }
    return new RunResult(
        stuck && how.status() == RunResult.Status.SUCCESS ? RunResult.Status.FAILED : how.status(),
        results == null ? List.of() : Values.copy(results.outputs()),
        Collections.unmodifiableMap(bySink),
        graph.info(),
        metrics(),
        reports.allDeadLetters(),
        reports.allSkipped(),
        List.copyOf(all));
  }

  /** What a node is told. */
  private record Context(NodeSpec spec, String session, Params params, SessionState state)
      implements NodeContext {
    Context(NodeSpec spec, String session, SessionStore sessions) {
      this(spec, session, new Params(spec.params()), sessions.state(session, spec.id()));
    }

    @Override
    public String id() {
      return spec.id();
    }
  }
}
