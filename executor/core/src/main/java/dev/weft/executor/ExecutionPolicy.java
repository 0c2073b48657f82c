package dev.weft.executor;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How one node is run: {@code execution} in a manifest, where the fields are called {@code
 * timeout}, {@code retry}, {@code on_error}, {@code concurrency}, {@code capacity} and {@code
 * fan_in}.
 *
 * <p>Immutable. Nothing is checked here; {@link Pipeline} reports all that is out of range at once.
 *
 * @param timeout the most that one item may take: one call of a function; for a streaming node,
 *     from getting an item to asking for the next; for a source, from one item to the next. Time
 *     spent waiting for a slower neighbour is not counted
 * @param retry how often and when a failed item is tried again; absent means {@link Retry#DEFAULT}
 *     under {@link OnError#RETRY}, and never otherwise
 * @param onError what happens to an item that failed for good
 * @param concurrency how many items of a function are in work at once; results keep the order of
 *     the items
 * @param capacity how many items may wait before the node, per connection
 * @param fanIn in which order items of several connections enter the node
 */
public record ExecutionPolicy(
    Optional<Duration> timeout,
    Optional<Retry> retry,
    OnError onError,
    int concurrency,
    int capacity,
    FanIn fanIn) {

  /** No timeout, no retry, the first failure ends the run, one item at a time, 512 may wait. */
  public static final ExecutionPolicy DEFAULT =
      new ExecutionPolicy(Optional.empty(), Optional.empty(), OnError.FAIL, 1, 512, FanIn.ORIGIN);

  /** The largest number of items in work at once. */
  public static final int MAX_CONCURRENCY = 10_000;

  /** The largest number of items that may wait. */
  public static final int MAX_CAPACITY = 1_000_000;

  /** A policy of these parts. */
  public ExecutionPolicy {
    Objects.requireNonNull(timeout);
    Objects.requireNonNull(retry);
    Objects.requireNonNull(onError);
    Objects.requireNonNull(fanIn);
  }

  /** What happens to an item that failed, once it is not tried again. */
  public enum OnError {
    /** The run ends with the failure. */
    FAIL,
    /** The item is left out; the failure is listed in the result. */
    SKIP,
    /** As {@link #FAIL}, after the item was tried again. */
    RETRY,
    /** The item is left out, and delivered with its failure among the dead letters. */
    DEAD_LETTER
  }

  /** In which order the items of several connections enter a node. */
  public enum FanIn {
    /**
     * By the input item they stem from, and for the same one in the order of the connections in the
     * manifest: the same on each run and each backend.
     */
    ORIGIN,
    /** As they arrive; on parallel backends different from run to run. */
    ARRIVAL
  }

  /**
   * How often and when a failed item is tried again: after {@code backoff}, then {@code factor}
   * times as long each time, at most {@code maxBackoff}. There is no random part, so that runs are
   * alike.
   *
   * @param attempts how often the item is tried in all
   * @param backoff the pause after the first failure; {@code backoff} in a manifest
   * @param factor how much longer each further pause is; {@code factor} in a manifest
   * @param maxBackoff the longest pause; {@code max_backoff} in a manifest
   */
  public record Retry(int attempts, Duration backoff, double factor, Duration maxBackoff) {

    /** Three attempts, after 100 ms and 200 ms; at most 10 s. */
    public static final Retry DEFAULT =
        new Retry(3, Duration.ofMillis(100), 2.0, Duration.ofSeconds(10));

    /** The largest number of attempts. */
    public static final int MAX_ATTEMPTS = 1_000;

    /** Settings of these parts. */
    public Retry {
      Objects.requireNonNull(backoff);
      Objects.requireNonNull(maxBackoff);
    }

    /** These with another number of attempts. */
    public Retry withAttempts(int value) {
      return new Retry(value, backoff, factor, maxBackoff);
    }

    /** These with another first pause. */
    public Retry withBackoff(Duration value) {
      return new Retry(attempts, value, factor, maxBackoff);
    }

    /** The pause after a number of failures, of which the first is 1. */
    Duration pause(int failures) {
      double nanos = backoff.toNanos() * Math.pow(factor, failures - 1.0);
      return nanos >= maxBackoff.toNanos() ? maxBackoff : Duration.ofNanos((long) nanos);
    }
  }

  /** The retry that is in force, if any. */
  Optional<Retry> effectiveRetry() {
    return retry.isPresent() || onError != OnError.RETRY ? retry : Optional.of(Retry.DEFAULT);
  }

  /** This with a timeout. */
  public ExecutionPolicy withTimeout(Duration value) {
    return new ExecutionPolicy(Optional.of(value), retry, onError, concurrency, capacity, fanIn);
  }

  /** This with retries. */
  public ExecutionPolicy withRetry(Retry value) {
    return new ExecutionPolicy(timeout, Optional.of(value), onError, concurrency, capacity, fanIn);
  }

  /** This with another way to deal with failures. */
  public ExecutionPolicy withOnError(OnError value) {
    return new ExecutionPolicy(timeout, retry, value, concurrency, capacity, fanIn);
  }

  /** This with another number of items in work at once. */
  public ExecutionPolicy withConcurrency(int value) {
    return new ExecutionPolicy(timeout, retry, onError, value, capacity, fanIn);
  }

  /** This with another number of items that may wait. */
  public ExecutionPolicy withCapacity(int value) {
    return new ExecutionPolicy(timeout, retry, onError, concurrency, value, fanIn);
  }

  /** This with another order of entry. */
  public ExecutionPolicy withFanIn(FanIn value) {
    return new ExecutionPolicy(timeout, retry, onError, concurrency, capacity, value);
  }
}
