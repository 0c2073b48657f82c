package dev.weft.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.runtime.AsyncRuntime.Backend;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Generators line by line against what CPython did; the scenarios are those of {@code
 * src/test/python/record_generators.py}. Those in which only one task runs hold on every backend.
 */
class RecordedGeneratorTest {
  private final Steps steps = new Steps();

  private void check(Backend backend, String scenario, AsyncAction<?> body) {
    Steps.run(backend, body);
    assertThat(steps.lines())
        .containsExactlyElementsOf(RecordedOrderTest.recorded("generators-3.12.txt", scenario));
  }

  private void log(String line) {
    steps.add(line);
  }

  private void step(AsyncCall<?, ?> call) {
    try {
      log("-> " + call.run());
    } catch (NoSuchElementException e) {
      log("-> end");
    } catch (IllegalArgumentException e) {
      log("-> error " + e.getMessage());
    } catch (AsyncException.Runtime e) {
      log("-> refused");
    } catch (Throwable e) {
      throw Sneaky.rethrow(e);
    }
  }

  private static void refused(AsyncAction<?> action, Runnable then) {
    assertThatThrownBy(action::run).isInstanceOf(AsyncException.Runtime.class);
    then.run();
  }

  private AsyncGenerator<Integer, String> echo() {
    return AsyncGenerator.of(out -> {
      log("starts");
      try {
        log("got " + Objects.requireNonNullElse(out.emit(1), "nothing"));
        log("got " + Objects.requireNonNullElse(out.emit(2), "nothing"));
      } finally {
        log("finally");
      }
    });
  }

  @EachBackend
  void sendValues(Backend backend) {
    check(
        backend,
        "send_values",
        () -> {
          AsyncGenerator<Integer, String> generator = echo();
          step(generator::next);
          step(() -> generator.send("a"));
          step(() -> generator.send("b"));
          step(() -> generator.send("c"));
          step(generator::next);
        });
  }

  @EachBackend
  void sendBeforeTheStart(Backend backend) {
    check(
        backend,
        "send_before_the_start",
        () -> {
          AsyncGenerator<Integer, String> generator = echo();
          step(() -> generator.send("a"));
          step(generator::next);
          generator.close();
        });
  }

  private AsyncGenerator<Integer, @Nullable Void> catcher() {
    return AsyncGenerator.of(out -> {
      try {
        out.emit(1);
      } catch (IllegalArgumentException e) {
        log("caught " + e.getMessage());
      }
      out.emit(2);
      log("goes on");
      out.emit(3);
    });
  }

  @EachBackend
  void throwCaughtAndNotCaught(Backend backend) {
    check(
        backend,
        "throw_caught_and_not_caught",
        () -> {
          AsyncGenerator<Integer, ?> generator = catcher();
          step(generator::next);
          step(() -> generator.throwIn(new IllegalArgumentException("one")));
          step(() -> generator.throwIn(new IllegalArgumentException("two")));
          step(generator::next);
        });
  }

  @EachBackend
  void throwBeforeTheStart(Backend backend) {
    check(
        backend,
        "throw_before_the_start_and_after_the_end",
        () -> {
          AsyncGenerator<Integer, String> generator = echo();
          step(() -> generator.throwIn(new IllegalArgumentException("early")));
          step(generator::next);
        });
  }

  private AsyncGenerator<Integer, @Nullable Void> cleaner() {
    return AsyncGenerator.of(out -> {
      try {
        out.emit(1);
        out.emit(2);
      } finally {
        log("cleans");
        Async.yieldNow();
        log("cleaned");
      }
    });
  }

  @EachLoop
  void closeAwaitsCleanup(Backend backend) {
    check(
        backend,
        "close_awaits_cleanup",
        () -> {
          AsyncGenerator<Integer, ?> generator = cleaner();
          step(generator::next);
          Async.spawn(() -> log("other"));
          generator.close();
          log("closed");
          generator.close();
          step(generator::next);
        });
  }

  @EachBackend
  void closeBeforeTheStart(Backend backend) {
    check(
        backend,
        "close_before_the_start",
        () -> {
          AsyncGenerator<Integer, ?> generator = echo();
          generator.close();
          log("closed");
          step(generator::next);
        });
  }

  @EachBackend
  void closeIgnored(Backend backend) {
    check(
        backend,
        "close_ignored",
        () -> {
          AsyncGenerator<Integer, @Nullable Void> generator =
              AsyncGenerator.of(out -> {
                try {
                  out.emit(1);
                } catch (AsyncGenerator.Exit e) {
                  log("ignores");
                  out.emit(2);
                }
                log("ends");
              });
          step(generator::next);
          refused(generator::close, () -> log("-> refused"));
          step(generator::next);
        });
  }

  @EachBackend
  void failureEndsIt(Backend backend) {
    check(
        backend,
        "failure_ends_it",
        () -> {
          AsyncGenerator<Integer, @Nullable Void> generator =
              AsyncGenerator.of(out -> {
                out.emit(1);
                throw new IllegalArgumentException("broken");
              });
          step(generator::next);
          step(generator::next);
          step(generator::next);
        });
  }

  private static AsyncGenerator<Integer, @Nullable Void> counter(int hops) {
    return AsyncGenerator.of(out -> {
      for (int i = 0; i < 3; i++) {
        for (int hop = 0; hop < hops; hop++) {
          Async.yieldNow();
        }
        out.emit(i);
      }
    });
  }

  private void tick() {
    for (int i = 0; i < 4; i++) {
      log("tick " + i);
      Async.yieldNow();
    }
  }

  private void consume(AsyncGenerator<?, ?> generator) {
    while (generator.hasNext()) {
      log("element " + generator.next());
    }
  }

  @EachLoop
  void stepsWithoutSuspensionDoNotGoThroughTheQueue(Backend backend) {
    check(
        backend,
        "steps_without_suspension_do_not_go_through_the_queue",
        () -> {
          Async.spawn(this::tick);
          consume(counter(0));
        });
  }

  @EachLoop
  void stepsThatSuspendLetOthersRun(Backend backend) {
    check(
        backend,
        "steps_that_suspend_let_others_run",
        () -> {
          Async.spawn(this::tick);
          consume(counter(1));
        });
  }

  @EachLoop
  void streamConsumedInPlaceSwitchesAtTheSamePoints(Backend backend) {
    check(
        backend,
        "steps_that_suspend_let_others_run",
        () -> {
          Async.spawn(this::tick);
          AsyncStream.<Integer>generate(
                  out -> {
                    for (int i = 0; i < 3; i++) {
                      Async.yieldNow();
                      out.accept(i);
                    }
                  })
              .forEach(i -> log("element " + i));
        });
  }

  @EachLoop
  void cancellationPassesThroughTheBody(Backend backend) {
    check(
        backend,
        "cancellation_passes_through_the_body",
        () -> {
          AsyncGenerator<Integer, @Nullable Void> generator =
              AsyncGenerator.of(out -> {
                try {
                  out.emit(1);
                  AsyncEvent.create().await();
                  out.emit(2);
                } catch (CancellationError e) {
                  log("body cancelled");
                  throw e;
                } finally {
                  log("finally");
                }
              });
          TaskHandle<?> task =
              Async.spawn(() -> {
                try {
                  consume(generator);
                } catch (CancellationError e) {
                  log("consumer cancelled");
                  throw e;
                }
              });
          Async.yieldNow();
          task.abort();
          Steps.settle(task);
          log("task cancelled " + (task.outcome().orElseThrow() instanceof Outcome.Cancelled));
          step(generator::next);
        });
  }

  @EachLoop
  void twoAtOnceAreRefused(Backend backend) {
    check(
        backend,
        "two_at_once_are_refused",
        () -> {
          AsyncEvent event = AsyncEvent.create();
          AsyncGenerator<Integer, @Nullable Void> generator =
              AsyncGenerator.of(out -> {
                out.emit(1);
                event.await();
                out.emit(2);
              });
          step(generator::next);
          TaskHandle<?> task = Async.spawn(() -> step(generator::next));
          Async.yieldNow();
          step(generator::next);
          refused(generator::close, () -> log("close refused"));
          event.set();
          task.await();
          generator.close();
        });
  }

  @EachBackend
  void severalTasksInTurn(Backend backend) {
    check(
        backend,
        "several_tasks_in_turn",
        () -> {
          AsyncGenerator<Integer, ?> generator = counter(1);
          for (String name : new String[] {"a", "b", "c"}) {
            Async.spawn(() -> log(name + " " + generator.next())).await();
          }
          step(generator::next);
        });
  }

  @EachBackend
  void nestedCloseUnwindsFromWithin(Backend backend) {
    check(
        backend,
        "nested_close_unwinds_from_within",
        () -> {
          AsyncGenerator<Integer, @Nullable Void> outer =
              AsyncGenerator.of(out -> {
                try (AsyncGenerator<Integer, ?> inner = cleaner()) {
                  while (inner.hasNext()) {
                    out.emit(inner.next() * 10);
                  }
                } finally {
                  log("outer finally");
                }
              });
          try (outer) {
            log("element " + outer.next());
          }
          log("out");
        });
  }

  @EachLoop
  void nestedStepsSuspendAsTheConsumer(Backend backend) {
    check(
        backend,
        "nested_steps_suspend_as_the_consumer",
        () -> {
          Async.spawn(this::tick);
          AsyncGenerator<Integer, @Nullable Void> doubled =
              AsyncGenerator.of(out -> {
                AsyncGenerator<Integer, ?> inner = counter(1);
                while (inner.hasNext()) {
                  out.emit(inner.next() * 2);
                }
              });
          consume(doubled);
        });
  }

  @EachBackend
  void liveAtExitIsClosed(Backend backend) {
    check(
        backend,
        "live_at_exit_is_closed",
        () -> {
          AsyncGenerator<Integer, ?> generator = cleaner();
          step(generator::next);
          log("main ends");
        });
  }
}
