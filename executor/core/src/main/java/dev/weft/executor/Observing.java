package dev.weft.executor;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The observer of one run, kept from disturbing it. */
final class Observing {
  private static final System.Logger LOG = System.getLogger("dev.weft.executor");
  private static final RunObserver.NodeScope NONE = () -> {};

  private RunObserver.@Nullable ObservedRun observed;

  /** Whether anybody is told. */
  boolean isOn() {
    return observed != null;
  }

  /** Begins; before any other task of the run. */
  void start(Optional<RunObserver> observer, String pipeline, GraphInfo graph, PipelineRun run) {
    try {
      observed = observer.map(it -> it.runStarted(pipeline, graph, run)).orElse(null);
    } catch (RuntimeException e) {
      log(e);
    }
  }

  RunObserver.NodeScope nodeStarted(String node) {
    RunObserver.NodeScope scope = ask(NONE, it -> it.nodeStarted(node));
    return () -> tell(_ -> scope.close());
  }

  void nodeFailed(NodeError error) {
    tell(it -> it.nodeFailed(error));
  }

  void itemWaited(String node, long nanos) {
    tell(it -> it.itemWaited(node, Duration.ofNanos(nanos)));
  }

  void runEnded(RunResult result) {
    tell(it -> it.runEnded(result));
  }

  private void tell(Consumer<RunObserver.ObservedRun> message) {
    ask(
        NONE,
        it -> {
          message.accept(it);
          return NONE;
        });
  }

  private <R> R ask(R otherwise, Function<RunObserver.ObservedRun, R> question) {
    RunObserver.ObservedRun told = observed;
    if (told == null) {
      return otherwise;
    }
    try {
      return question.apply(told);
    } catch (RuntimeException e) {
      log(e);
      return otherwise;
    }
  }

  private static void log(RuntimeException e) {
    LOG.log(System.Logger.Level.WARNING, "an observer of a run failed", e);
  }
}
