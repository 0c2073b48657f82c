package dev.weft.runtime;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LZ_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** The end of a task and those who listen for it; requests to end it. */
public class TaskStress {

  /** Callbacks registered while the task ends are called, each once. */
  @JCStressTest
  @Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "each was told once")
  @State
  public static class ListenersAreToldOnce {
    private final StressTask stress = new StressTask();
    private final AtomicInteger told = new AtomicInteger();

    @Actor
    public void ends() {
      stress.complete("x");
    }

    @Actor
    public void listens() {
      stress.countEnd(told);
      stress.countEnd(told);
    }

    @Arbiter
    public void look(I_Result r) {
      r.r1 = told.get();
    }
  }

  /** One goes while another stays: who stays is told, who goes at most once. */
  @JCStressTest
  @Outcome(id = "true, false", expect = Expect.ACCEPTABLE, desc = "gone before the end")
  @Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "gone after the end")
  @State
  public static class LeavingHarmsNobody {
    private final StressTask stress = new StressTask();
    private final Waiter stays = Waiter.here("stress");
    private final Waiter goes = Waiter.here("stress");

    public LeavingHarmsNobody() {
      stress.task.listen(goes);
      stress.task.listen(stays);
    }

    @Actor
    public void ends() {
      stress.complete("x");
    }

    @Actor
    public void leaves() {
      stress.task.unlisten(goes);
    }

    @Arbiter
    public void look(ZZ_Result r) {
      r.r1 = stays.wasResumed();
      r.r2 = goes.wasResumed();
    }
  }

  /** An awaiter that comes while the task ends gets the value. */
  @JCStressTest
  @Outcome(id = "x", expect = Expect.ACCEPTABLE, desc = "awaited")
  @State
  public static class AwaitMissesNoEnd {
    private final StressTask stress = new StressTask();

    @Actor
    public void ends() {
      stress.complete("x");
    }

    @Actor
    public void awaits(L_Result r) {
      r.r1 = stress.task.await();
    }
  }

  /** Requests are counted, and one that is taken back is not delivered. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "two requests, one taken back")
  @State
  public static class RequestsAreCounted {
    private final StressTask stress = new StressTask();

    @Actor
    public void aborts() {
      stress.task.abort("one");
    }

    @Actor
    public void abortsAndTakesBack() {
      stress.task.abort("two");
      stress.task.uncancel();
    }

    @Arbiter
    public void look(II_Result r) {
      r.r1 = stress.task.cancelRequests();
      int undelivered = 0;
      while (stress.task.cancelRequests() > 0) {
        stress.task.uncancel();
        undelivered++;
      }
      r.r2 = stress.isCancelled() ? -1 : undelivered;
      stress.leave();
    }
  }

  /** A resumer and a request meet a suspension: it ends, and the request is never lost. */
  @JCStressTest
  @Outcome(id = "cancelled, false", expect = Expect.ACCEPTABLE, desc = "delivered in the wait")
  @Outcome(id = "resumed, true", expect = Expect.ACCEPTABLE, desc = "left for the next wait")
  @State
  public static class CancellationMeetsHandOver {
    private final StressTask stress = new StressTask();
    private volatile Waiter published;

    @Actor
    public void waits(LZ_Result r) {
      stress.play();
      Waiter waiter = Waiter.of(stress.task, "stress");
      published = waiter;
      try {
        waiter.awaitHandOver();
        r.r1 = "resumed";
      } catch (CancellationError e) {
        r.r1 = waiter.wasResumed() ? "cancelled though resumed" : "cancelled";
      }
      stress.leave();
    }

    @Actor
    public void abortsAndResumes() {
      Waiter waiter = published;
      while (waiter == null) {
        Thread.onSpinWait();
        waiter = published;
      }
      stress.task.abort("stress");
      waiter.resume();
    }

    @Arbiter
    public void look(LZ_Result r) {
      r.r2 = stress.isCancelled();
    }
  }
}
