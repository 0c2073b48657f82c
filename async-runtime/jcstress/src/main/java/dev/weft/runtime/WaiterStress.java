package dev.weft.runtime;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZZ_Result;

/** The one-shot token of a suspension. */
public class WaiterStress {

  /** A resumer and a canceller: exactly one wins, and all see the same. */
  @JCStressTest
  @Outcome(id = "true, false, true", expect = Expect.ACCEPTABLE, desc = "resumed")
  @Outcome(id = "false, true, false", expect = Expect.ACCEPTABLE, desc = "cancelled")
  @State
  public static class OneEndsIt {
    private final Waiter waiter = Waiter.here("stress");

    @Actor
    public void resumer(ZZZ_Result r) {
      r.r1 = waiter.resume();
    }

    @Actor
    public void canceller(ZZZ_Result r) {
      r.r2 = waiter.cancel();
    }

    @Arbiter
    public void look(ZZZ_Result r) {
      r.r3 = waiter.wasResumed();
    }
  }

  /** Two channels resume one select: the winner's element is what is read. */
  @JCStressTest
  @Outcome(id = "true, false, true", expect = Expect.ACCEPTABLE, desc = "the first won")
  @Outcome(id = "false, true, true", expect = Expect.ACCEPTABLE, desc = "the second won")
  @State
  public static class OneOfTwoPlacesWins {
    private final Waiter waiter = Waiter.here("stress");
    private final WaitQueue.Place one = new WaitQueue.Place(waiter);
    private final WaitQueue.Place two = new WaitQueue.Place(waiter);

    @Actor
    public void first(ZZZ_Result r) {
      one.element = "one";
      r.r1 = one.resume();
    }

    @Actor
    public void second(ZZZ_Result r) {
      two.element = "two";
      r.r2 = two.resume();
    }

    @Arbiter
    public void look(ZZZ_Result r) {
      r.r3 =
          waiter.winner() instanceof WaitQueue.Place winner
              && winner == (r.r1 ? one : two)
              && (r.r1 ? "one" : "two").equals(winner.element);
    }
  }

  /** What is handed over is seen by the one who waits, and no wake-up is lost. */
  @JCStressTest
  @Outcome(id = "x", expect = Expect.ACCEPTABLE, desc = "handed over")
  @State
  public static class HandOverIsSeen {
    private volatile WaitQueue.Place published;

    @Actor
    public void waits(L_Result r) {
      WaitQueue.Place place = new WaitQueue.Place(Waiter.here("stress"));
      published = place;
      place.waiter.await();
      r.r1 = place.element;
    }

    @Actor
    public void resumes() {
      WaitQueue.Place place = published;
      while (place == null) {
        Thread.onSpinWait();
        place = published;
      }
      place.element = "x";
      place.resume();
    }
  }
}
