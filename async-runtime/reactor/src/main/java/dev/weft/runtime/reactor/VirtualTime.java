package dev.weft.runtime.reactor;

import dev.weft.runtime.Async;
import dev.weft.runtime.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * One virtual time for a runtime and for Reactor's schedulers, in tests. Needs {@code
 * io.projectreactor:reactor-test}.
 *
 * {@snippet :
 * VirtualClock clock = VirtualClock.manual();
 * try (AsyncRuntime runtime = AsyncRuntime.builder().clock(clock).build()) {
 *   StepVerifier.withVirtualTime(
 *           () -> ReactorBridges.lazyMono(runtime, () -> slow()).delayElement(Duration.ofHours(1)),
 *           () -> VirtualTime.enable(clock),
 *           Long.MAX_VALUE)
 *       .thenAwait(Duration.ofHours(2))
 *       .expectNextCount(1)
 *       .verifyComplete();
 * }
 * }
 *
 * <p>Reactor's time leads: whenever it moves, the runtime's clock follows, timer by timer in their
 * common order, and before it moves on, the runtime has come to rest.
 */
@SuppressWarnings(
    "exports") // The library is optional, also to those who compile against this module.
public final class VirtualTime {
  private VirtualTime() {}

  /**
   * Makes Reactor's schedulers go by virtual time, as {@link VirtualTimeScheduler#set} does, and a
   * clock follow it. The clock is a {@linkplain VirtualClock#manual() manual} one that nobody else
   * moves. {@link VirtualTimeScheduler#reset} undoes it; {@code StepVerifier} does so itself.
   */
  public static VirtualTimeScheduler enable(VirtualClock clock) {
    LeadingScheduler leading = new LeadingScheduler(clock);
    VirtualTimeScheduler.set(leading);
    Schedulers.setFactory(new LedFactory(new LedScheduler(leading)));
    return leading;
  }

  /** The scheduler that is moved by hand. */
  private static final class LeadingScheduler extends VirtualTimeScheduler {
    private final VirtualClock clock;
    private final Duration offset;
    private final ReentrantLock settling = new ReentrantLock();

    // Guarded by settling.
    private @Nullable Disposable alarm;
    private Optional<Duration> alarmTime = Optional.empty();

    LeadingScheduler(VirtualClock clock) {
      super(false);
      this.clock = clock;
      this.offset = clock.now();
    }

    @Override
    public void advanceTimeBy(Duration duration) {
      settle();
      super.advanceTimeBy(duration);
      settle();
    }

    @Override
    public void advanceTimeTo(Instant instant) {
      settle();
      super.advanceTimeTo(instant);
      settle();
    }

    /** Brings the clock up to this scheduler's time, and notes its next timer here. */
    void settle() {
      // Inside the runtime, or while another thread settles, rest comes later and is waited for
      // there.
      if (Async.currentTask().isPresent()
          || settling.isHeldByCurrentThread()
          || !settling.tryLock()) {
        return;
      }
      try {
        Duration behind = offset.plusNanos(now(TimeUnit.NANOSECONDS)).minus(clock.now());
        clock.advanceBy(behind.isNegative() ? Duration.ZERO : behind);
        setAlarm(clock.nextTimer().filter(next -> next.compareTo(clock.now()) > 0));
      } finally {
        settling.unlock();
      }
    }

    private void setAlarm(Optional<Duration> next) {
      if (next.equals(alarmTime)) {
        return;
      }
      if (alarm != null) {
        alarm.dispose();
      }
      alarmTime = next;
      alarm =
          next.map(time ->
                  schedule(this::ring, time.minus(clock.now()).toNanos(), TimeUnit.NANOSECONDS))
              .orElse(null);
    }

    private void ring() {
      settle();
    }
  }

  /** What Reactor's operators get: the same scheduler, with a rest after each command. */
  private static final class LedScheduler implements Scheduler {
    private final LeadingScheduler leading;

    LedScheduler(LeadingScheduler leading) {
      this.leading = leading;
    }

    Runnable settled(Runnable task) {
      return () -> {
        leading.settle();
        task.run();
        leading.settle();
      };
    }

    @Override
    public Disposable schedule(Runnable task) {
      return leading.schedule(settled(task));
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
      return leading.schedule(settled(task), delay, unit);
    }

    @Override
    public Disposable schedulePeriodically(
        Runnable task, long initialDelay, long period, TimeUnit unit) {
      return leading.schedulePeriodically(settled(task), initialDelay, period, unit);
    }

    @Override
    public long now(TimeUnit unit) {
      return leading.now(unit);
    }

    @Override
    public boolean isDisposed() {
      return leading.isDisposed();
    }

    @Override
    public Worker createWorker() {
      Worker worker = ((Scheduler) leading).createWorker();
      return new Worker() {
        @Override
        public Disposable schedule(Runnable task) {
          return worker.schedule(settled(task));
        }

        @Override
        public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
          return worker.schedule(settled(task), delay, unit);
        }

        @Override
        public Disposable schedulePeriodically(
            Runnable task, long initialDelay, long period, TimeUnit unit) {
          return worker.schedulePeriodically(settled(task), initialDelay, period, unit);
        }

        @Override
        public void dispose() {
          worker.dispose();
        }

        @Override
        public boolean isDisposed() {
          return worker.isDisposed();
        }
      };
    }
  }

  private record LedFactory(Scheduler scheduler) implements Schedulers.Factory {
    @Override
    public Scheduler newBoundedElastic(
        int threads, int tasks, ThreadFactory factory, int ttlSeconds) {
      return scheduler;
    }

    @Override
    public Scheduler newThreadPerTaskBoundedElastic(int threads, int tasks, ThreadFactory factory) {
      return scheduler;
    }

    @Override
    public Scheduler newParallel(int parallelism, ThreadFactory factory) {
      return scheduler;
    }

    @Override
    public Scheduler newSingle(ThreadFactory factory) {
      return scheduler;
    }
  }
}
