package dev.weft.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** What tests say of order: numbered steps, and a log of lines. */
final class Steps {
  private final AtomicInteger reached = new AtomicInteger();
  private final List<String> lines = new CopyOnWriteArrayList<>();

  /** Asserts that this is the step with that number. */
  void step(int number) {
    assertThat(reached.incrementAndGet()).as("step").isEqualTo(number);
  }

  /** Asserts that so many steps were taken. */
  void finish(int number) {
    assertThat(reached.get()).as("steps taken").isEqualTo(number);
  }

  void add(String step) {
    lines.add(step);
  }

  void assertTaken(String... steps) {
    assertThat(lines).containsExactly(steps);
  }

  List<String> lines() {
    return lines;
  }

  /** Runs a body as the root of a runtime. */
  static void run(AsyncRuntime.Backend backend, AsyncAction<?> body) {
    try (AsyncRuntime runtime = AsyncRuntime.builder().backend(backend).build()) {
      runtime.blockOn(body);
    }
  }

  /** Lets others run until something holds; in a task. */
  static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("deadline of what is waited for").isLessThan(end);
      Async.yieldNow();
    }
  }

  /** Waits for the end of tasks, however they end. */
  static void settle(TaskHandle<?>... tasks) {
    settle(List.of(tasks));
  }

  static void settle(List<? extends TaskHandle<?>> tasks) {
    for (TaskHandle<?> task : tasks) {
      try {
        task.await();
      } catch (AsyncException.Join e) {
        if (!e.isCancelled()) {
          throw e;
        }
      }
    }
  }
}
