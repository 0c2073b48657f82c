package dev.weft.executor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Builds the queues of a run, and the workers between them. */
final class Wiring {
  private final Graph graph;
  private final EngineRun run;
  private final List<Signal> inSignals = new ArrayList<>();
  private final List<Signal> outSignals = new ArrayList<>();
  private final List<List<Edge>> in = new ArrayList<>();
  private final List<List<Edge>> out = new ArrayList<>();
  private final List<Edge> toCollector = new ArrayList<>();
  private final List<Edge> fromFeeder = new ArrayList<>();
  private final Signal collectorSignal = new Signal();
  private final Signal feederSignal = new Signal();

  /** Whether items come to a node in no fixed order, so that merging by key is not possible. */
  private final boolean[] arrival;

  /** Whether what a node emits is merged by key somewhere. */
  private final boolean[] keyed;

  private final boolean collectorOrdered;

  Wiring(Graph graph, RunOptions options, EngineRun run) {
    this.graph = graph;
    this.run = run;
    int count = graph.vertices().size();
    arrival = new boolean[count];
    keyed = new boolean[count];
    boolean ordered = options.outputOrder() == ExecutionPolicy.FanIn.ORIGIN;
    for (Graph.Vertex vertex : graph.vertices()) {
      arrival[vertex.index()] =
          (vertex.incoming().size() > 1
                  && vertex.spec().execution().fanIn() == ExecutionPolicy.FanIn.ARRIVAL)
              || vertex.incoming().stream().anyMatch(it -> arrival[it]);
      ordered &= !(vertex.outgoing().isEmpty() && arrival[vertex.index()]);
    }
    collectorOrdered = ordered && graph.info().sinkCount() > 1;
    for (Graph.Vertex vertex : graph.vertices().reversed()) {
      keyed[vertex.index()] =
          vertex.outgoing().isEmpty()
              ? collectorOrdered
              : vertex.outgoing().stream().anyMatch(it -> isOrdered(it) || keyed[it]);
    }
    edges(options.outputsAhead());
  }

  private boolean isOrdered(int node) {
    return graph.vertices().get(node).incoming().size() > 1 && !arrival[node];
  }

  private void edges(int outputsAhead) {
    for (int i = 0; i < graph.vertices().size(); i++) {
      inSignals.add(new Signal());
      outSignals.add(new Signal());
      in.add(new ArrayList<>());
      out.add(new ArrayList<>());
    }
    for (Graph.Vertex vertex : graph.vertices()) {
      int to = vertex.index();
      int capacity = vertex.spec().execution().capacity();
      boolean needsKeys = isOrdered(to) || keyed[to];
      if (vertex.incoming().isEmpty() && !vertex.isSource()) {
        Edge edge = edge(capacity, needsKeys, inSignals.get(to), feederSignal, to);
        fromFeeder.add(edge);
        in.get(to).add(edge);
      }
      for (int from : vertex.incoming()) {
        Edge edge = edge(capacity, needsKeys, inSignals.get(to), outSignals.get(from), to);
        in.get(to).add(edge);
        out.get(from).add(edge);
      }
      if (vertex.outgoing().isEmpty()) {
        Edge edge =
            new Edge(
                outputsAhead,
                collectorOrdered,
                collectorSignal,
                outSignals.get(to),
                run.pulse,
                null);
        toCollector.add(edge);
        out.get(to).add(edge);
      }
    }
  }

  /** A queue to a node. */
  private Edge edge(int capacity, boolean needsKeys, Signal reader, Signal writer, int to) {
    String id = graph.vertices().get(to).spec().id();
    LongConsumer probe = run.observing.isOn() ? nanos -> run.observing.itemWaited(id, nanos) : null;
    return new Edge(capacity, needsKeys, reader, writer, run.pulse, probe);
  }

  /** Whether some root takes input. */
  boolean takesInput() {
    return !fromFeeder.isEmpty();
  }

  Feeder feeder(Input input) {
    Meter meter = new Meter();
    return new Feeder(input, outlet(fromFeeder, feederSignal, meter), meter, run);
  }

  Inlet collectorInlet() {
    int last = graph.vertices().size();
    return inlet(toCollector, collectorOrdered, last, collectorSignal, new Meter());
  }

  private Inlet inlet(List<Edge> edges, boolean ordered, int rank, Signal signal, Meter meter) {
    List<Edge.Reader> readers = edges.stream().map(edge -> edge.new Reader()).toList();
    return ordered
        ? new OrderedInlet(readers, rank, signal, meter, run.stop)
        : Inlet.of(readers, signal, meter, run.stop);
  }

  private Outlet outlet(List<Edge> edges, Signal signal, Meter meter) {
    return new Outlet(
        edges.stream().map(edge -> edge.new Writer()).toList(),
        edges.stream().anyMatch(Edge::isKeyed),
        signal,
        meter,
        run.stop);
  }

  /** The worker for a node. */
  Worker worker(Graph.Vertex vertex, Node node, Meter meter) {
    int index = vertex.index();
    NodeSpec spec = vertex.spec();
    Outlet outlet = outlet(out.get(index), outSignals.get(index), meter);
    List<Edge> before = in.get(index);
    meter.queued(() -> before.stream().mapToLong(Edge::size).sum());
    if (node instanceof Node.Source source) {
      return new SourceWorker(source, spec, outlet, meter, run);
    }
    Inlet inlet = inlet(in.get(index), isOrdered(index), index, inSignals.get(index), meter);
    if (node instanceof Node.Streaming streaming) {
      return new StreamWorker(streaming, spec, index, inlet, outlet, meter, run);
    }
    if (node instanceof Node.Batched batched && spec.execution().concurrency() == 1) {
      return new BatchWorker(batched, spec, inlet, outlet, meter, run);
    }
    return spec.execution().concurrency() > 1
        ? new ConcurrentWorker(node, spec, inlet, outlet, meter, run)
        : new FunctionWorker(node, spec, inlet, outlet, meter, run);
  }

  /** What is wrong with the form of a node, given where it stands and how it is to be run. */
  static @Nullable PipelineException misfit(Graph.Vertex vertex, @Nullable Node node) {
    if (node == null) {
      return new PipelineException(vertex.type().name() + ".create returned null", null);
    }
    if (node instanceof Node.Source != vertex.isSource()) {
      return new PipelineException(
          "%s made a %s but declares the form %s; override form()"
              .formatted(vertex.type().name(), node.getClass().getName(), vertex.type().form()),
          null);
    }
    List<Problem> problems = new ArrayList<>();
    if (node instanceof Node.Streaming) {
      new PolicyCheck("execution", vertex.spec(), true, vertex.type().name(), problems).run();
    }
    return problems.isEmpty()
        ? null
        : new PipelineException(Objects.requireNonNull(problems.getFirst()).toString(), null);
  }
}
