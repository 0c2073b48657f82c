package dev.weft.runtime.test;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncException;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.RuntimeDump;
import dev.weft.runtime.VirtualClock;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.opentest4j.AssertionFailedError;

/** One run of a test body in a runtime of its own, with what is checked around it. */
final class TestRun implements AutoCloseable {

  /** The body of a test, which may throw anything. */
  @FunctionalInterface
  interface Body {
    void run() throws Throwable;
  }

  /** How long a test in real time is given for its last tasks to end. */
  private static final Duration GRACE = Duration.ofMillis(200);

  private final AsyncRuntime runtime;
  private final @Nullable VirtualClock clock;
  private final Duration bound;

  /** What the runtime's failure handler was told. */
  private final List<Throwable> unseen = new CopyOnWriteArrayList<>();

  TestRun(AsyncRuntime.Builder builder, RuntimeTest.Time time, Duration bound) {
    this.bound = bound;
    this.clock =
        switch (time) {
          case AUTOMATIC -> VirtualClock.automatic();
          case MANUAL -> VirtualClock.manual();
          case REAL -> null;
        };
    if (clock != null) {
      builder.clock(clock);
    }
    this.runtime =
        builder
            .tracing(true)
            .closeTimeout(bound)
            .failureHandler((what, failure) ->
                unseen.add(new AssertionFailedError(what + ": " + failure, failure)))
            .build();
  }

  static boolean supports(Parameter parameter) {
    return parameter.getType() == AsyncRuntime.class || parameter.getType() == VirtualClock.class;
  }

  /** The value of a parameter that is supported. */
  Object resolve(Parameter parameter) {
    if (parameter.getType() == AsyncRuntime.class) {
      return runtime;
    }
    if (clock == null) {
      throw new ParameterResolutionException(
          "the test takes a VirtualClock but runs in real time: drop the parameter, or set another time in @RuntimeTest");
    }
    return clock;
  }

  /** Runs the body as the root task and checks what it leaves behind. */
  void execute(Body body) throws Throwable {
    FutureTask<@Nullable Throwable> work = new FutureTask<>(() -> runAndCheck(body));
    Thread runner = Thread.ofPlatform().daemon().name("weft-test").unstarted(work);
    runner.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    runner.start();
    Throwable failure;
    try {
      failure = work.get(bound.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      RuntimeDump dump = runtime.dump();
      runner.interrupt();
      throw new AssertionFailedError(
          "the test did not end within %d s; its runtime then was%n%s"
              .formatted(bound.toSeconds(), dump),
          e);
    } catch (InterruptedException e) {
      runner.interrupt();
      throw e;
    }
    if (failure != null) {
      throw failure;
    }
  }

  private @Nullable Throwable runAndCheck(Body body) {
    Throwable failure = null;
    try {
      runtime.blockOn(() -> {
        body.run();
      });
    } catch (AsyncException.Join | AsyncException.Panic e) {
      failure = e.getCause();
    }
    failure = add(failure, leak());
    runtime.close();
    for (Throwable each : unseen) {
      failure = add(failure, each);
    }
    return failure;
  }

  private static @Nullable Throwable add(@Nullable Throwable first, @Nullable Throwable second) {
    if (first == null) {
      return second;
    }
    if (second != null) {
      first.addSuppressed(second);
    }
    return first;
  }

  /** The tasks that are alive, once those that were about to end have done so. */
  private @Nullable Throwable leak() {
    letRun();
    RuntimeDump dump = runtime.dump();
    return dump.tasks().isEmpty()
        ? null
        : new AssertionFailedError(
            "tasks were still alive when the test had returned: await or abort what AsyncRuntime.spawn started; %s"
                .formatted(dump));
  }

  private void letRun() {
    if (clock != null) {
      clock.advanceBy(Duration.ZERO);
      return;
    }
    long end = System.nanoTime() + GRACE.toNanos();
    while (System.nanoTime() < end && !runtime.dump().tasks().isEmpty()) {
      runtime.blockOn(() -> Async.sleep(Duration.ofMillis(1)));
    }
  }

  @Override
  public void close() {
    runtime.close();
  }
}
