package dev.weft.executor;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Settings for one run. Immutable. */
public final class RunOptions {
  /**
   * No time limit, a grace of 5 s, results and dead letters collected, one session for all runs.
   */
  public static final RunOptions DEFAULT =
      new RunOptions(
          "default",
          Optional.empty(),
          Duration.ofSeconds(5),
          ExecutionPolicy.FanIn.ORIGIN,
          Optional.empty(),
          Optional.empty(),
          256,
          Optional.empty());

  private final String session;
  private final Optional<Duration> timeout;
  private final Duration grace;
  private final ExecutionPolicy.FanIn outputOrder;
  private final Optional<OutputListener> onOutput;
  private final Optional<Consumer<? super DeadLetter>> onDeadLetter;
  private final int outputsAhead;
  private final Optional<RunObserver> observer;

  private RunOptions(
      String session,
      Optional<Duration> timeout,
      Duration grace,
      ExecutionPolicy.FanIn outputOrder,
      Optional<OutputListener> onOutput,
      Optional<Consumer<? super DeadLetter>> onDeadLetter,
      int outputsAhead,
      Optional<RunObserver> observer) {
    this.session = Objects.requireNonNull(session);
    this.timeout = timeout;
    this.grace = Objects.requireNonNull(grace);
    this.outputOrder = Objects.requireNonNull(outputOrder);
    this.onOutput = onOutput;
    this.onDeadLetter = onDeadLetter;
    this.outputsAhead = outputsAhead;
    this.observer = observer;
  }

  /** Takes results as they come. */
  @FunctionalInterface
  public interface OutputListener {
    /**
     * Takes a result, in the task that collects them; while it works, the pipeline is held back.
     *
     * @throws Exception if there is nobody left to take results, which ends the run
     */
    void accept(Output output) throws Exception;
  }

  /** The session whose {@linkplain SessionState state} the nodes see. */
  public RunOptions session(String id) {
    return new RunOptions(
        id, timeout, grace, outputOrder, onOutput, onDeadLetter, outputsAhead, observer);
  }

  /** The most that the run may take; then every node is cancelled. */
  public RunOptions timeout(Duration limit) {
    return new RunOptions(
        session,
        Optional.of(limit),
        grace,
        outputOrder,
        onOutput,
        onDeadLetter,
        outputsAhead,
        observer);
  }

  /**
   * How long a node that is told to stop may take, and each cleanup; one that takes longer is given
   * up and named in the errors.
   */
  public RunOptions grace(Duration limit) {
    return new RunOptions(
        session, timeout, limit, outputOrder, onOutput, onDeadLetter, outputsAhead, observer);
  }

  /**
   * In which order the results of several sinks come: by the input item they stem from, unless set.
   * By arrival, a sink does not wait for a slower one, and runs differ.
   */
  public RunOptions outputOrder(ExecutionPolicy.FanIn order) {
    return new RunOptions(
        session, timeout, grace, order, onOutput, onDeadLetter, outputsAhead, observer);
  }

  /** Gives each result to a listener when it comes, instead of collecting them. */
  public RunOptions onOutput(OutputListener listener) {
    return new RunOptions(
        session,
        timeout,
        grace,
        outputOrder,
        Optional.of(listener),
        onDeadLetter,
        outputsAhead,
        observer);
  }

  /** Gives each dead letter to a consumer, one at a time, instead of collecting them. */
  public RunOptions onDeadLetter(Consumer<? super DeadLetter> consumer) {
    return new RunOptions(
        session,
        timeout,
        grace,
        outputOrder,
        onOutput,
        Optional.of(consumer),
        outputsAhead,
        observer);
  }

  /**
   * How many results of each sink may wait to be taken before the sink itself has to wait; 256
   * unless set.
   *
   * @throws IllegalArgumentException if the number is not at least one
   */
  public RunOptions outputsAhead(int results) {
    if (results < 1) {
      throw new IllegalArgumentException(
          "%d results were to wait at each sink: it must be at least one".formatted(results));
    }
    return new RunOptions(
        session, timeout, grace, outputOrder, onOutput, onDeadLetter, results, observer);
  }

  /** Tells somebody what the run does, for metrics and tracing. */
  public RunOptions observer(RunObserver told) {
    return new RunOptions(
        session,
        timeout,
        grace,
        outputOrder,
        onOutput,
        onDeadLetter,
        outputsAhead,
        Optional.of(told));
  }

  /** See {@link #session(String)}. */
  public String session() {
    return session;
  }

  /** See {@link #timeout(Duration)}. */
  public Optional<Duration> timeout() {
    return timeout;
  }

  /** See {@link #grace(Duration)}. */
  public Duration grace() {
    return grace;
  }

  /** See {@link #outputOrder(ExecutionPolicy.FanIn)}. */
  public ExecutionPolicy.FanIn outputOrder() {
    return outputOrder;
  }

  /** See {@link #outputsAhead(int)}. */
  public int outputsAhead() {
    return outputsAhead;
  }

  Optional<RunObserver> observer() {
    return observer;
  }

  Optional<OutputListener> onOutput() {
    return onOutput;
  }

  Optional<Consumer<? super DeadLetter>> onDeadLetter() {
    return onDeadLetter;
  }
}
