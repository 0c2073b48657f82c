package dev.weft.runtime;

import java.time.Duration;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The settings of a runtime. */
final class RuntimeBuilder implements AsyncRuntime.Builder {
  AsyncRuntime.Backend backend = AsyncRuntime.Backend.VIRTUAL_THREADS;
  Duration closeTimeout = Duration.ofSeconds(10);
  int blockingThreads = Math.min(32, Runtime.getRuntime().availableProcessors() + 4);
  BiConsumer<String, ? super Throwable> failureHandler = AbstractRuntime::log;
  @Nullable SimulatedClock clock;
  @Nullable Long shuffleSeed;
  boolean tracing;
  @Nullable Duration slowStep;
  Consumer<? super SlowStep> slowStepHandler = AbstractRuntime::log;

  @Override
  public AsyncRuntime.Builder backend(AsyncRuntime.Backend value) {
    backend = Objects.requireNonNull(value);
    return this;
  }

  @Override
  public AsyncRuntime.Builder closeTimeout(Duration value) {
    closeTimeout = Objects.requireNonNull(value);
    return this;
  }

  @Override
  public AsyncRuntime.Builder blockingThreads(int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "blockingThreads is " + value + ": at least one thread is needed");
    }
    blockingThreads = value;
    return this;
  }

  @Override
  public AsyncRuntime.Builder failureHandler(BiConsumer<String, ? super Throwable> value) {
    failureHandler = Objects.requireNonNull(value);
    return this;
  }

  @Override
  public AsyncRuntime.Builder clock(VirtualClock value) {
    clock = (SimulatedClock) value;
    return this;
  }

  @Override
  public AsyncRuntime.Builder shuffle(long seed) {
    shuffleSeed = seed;
    return this;
  }

  @Override
  public AsyncRuntime.Builder tracing(boolean on) {
    tracing = on;
    return this;
  }

  @Override
  public AsyncRuntime.Builder slowStep(Duration threshold) {
    if (!threshold.isPositive()) {
      throw new IllegalArgumentException(
          "the threshold of a slow step is %s: it must be positive".formatted(threshold));
    }
    slowStep = threshold;
    return this;
  }

  @Override
  public AsyncRuntime.Builder slowStepHandler(Consumer<? super SlowStep> handler) {
    slowStepHandler = Objects.requireNonNull(handler);
    return this;
  }

  @Override
  public AsyncRuntime build() {
    if (shuffleSeed != null && backend == AsyncRuntime.Backend.VIRTUAL_THREADS) {
      throw new AsyncException.PlatformNotSupported(
          "the order of tasks was to be shuffled by seed %d, but virtual threads run in parallel in an order of the JDK's: use Backend.EVENT_LOOP"
              .formatted(shuffleSeed),
          null);
    }
    return switch (backend) {
      case VIRTUAL_THREADS -> new VirtualThreadRuntime(this);
      case EVENT_LOOP ->
          LoopThreads.isMountable() ? EventLoop.mounted(this) : EventLoop.baton(this);
      case EVENT_LOOP_MOUNTED -> EventLoop.mounted(this);
      case EVENT_LOOP_BATON -> EventLoop.baton(this);
    };
  }
}
