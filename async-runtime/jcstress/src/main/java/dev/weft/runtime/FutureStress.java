package dev.weft.runtime;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZL_Result;

/** The end of a future, which several may try to bring about. */
public class FutureStress {
  private static final AbstractRuntime RUNTIME = (AbstractRuntime) AsyncRuntime.virtualThreads();

  private static SettableFuture<String> future() {
    return new SettableFuture<>(RUNTIME, "stress");
  }

  /** One of two decides how it ends, and knows it. */
  @JCStressTest
  @Outcome(id = "true, false, a", expect = Expect.ACCEPTABLE, desc = "the first has won")
  @Outcome(id = "false, true, cancelled", expect = Expect.ACCEPTABLE, desc = "the other has won")
  @State
  public static class OneDecides {
    private final SettableFuture<String> future = future();

    @Actor
    public void completes(ZZL_Result r) {
      r.r1 = future.complete("a");
    }

    @Actor
    public void cancels(ZZL_Result r) {
      r.r2 = future.abort("b");
    }

    @Arbiter
    public void look(ZZL_Result r) {
      try {
        r.r3 = future.await();
      } catch (AsyncException.Join e) {
        r.r3 = e.isCancelled() ? "cancelled" : e;
      }
    }
  }

  /** Two that complete it tell each listener once between them. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "each was told once")
  @State
  public static class ListenersAreToldOnce {
    private final SettableFuture<String> future = future();
    private final AtomicInteger early = new AtomicInteger();
    private final AtomicInteger late = new AtomicInteger();

    public ListenersAreToldOnce() {
      future.onDone(done -> early.incrementAndGet());
    }

    @Actor
    public void completes() {
      future.complete("a");
    }

    @Actor
    public void completesToo() {
      future.complete("b");
    }

    @Actor
    public void listens() {
      future.onDone(done -> late.incrementAndGet());
    }

    @Arbiter
    public void look(II_Result r) {
      r.r1 = early.get();
      r.r2 = late.get();
    }
  }

  /** An awaiter that comes while it is completed gets the value. */
  @JCStressTest
  @Outcome(id = "a", expect = Expect.ACCEPTABLE, desc = "awaited")
  @State
  public static class AwaitMissesNoEnd {
    private final SettableFuture<String> future = future();

    @Actor
    public void completes() {
      future.complete("a");
    }

    @Actor
    public void awaits(L_Result r) {
      r.r1 = future.await();
    }
  }
}
