package dev.weft.runtime;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Channels, select and the lock, with cancellation in between. */
public class ChannelStress {

  private static String receive(StressTask stress, Channel<String> channel) {
    stress.play();
    try {
      return channel.receive();
    } catch (CancellationError e) {
      return "cancelled";
    } finally {
      stress.leave();
    }
  }

  /** An element is received or stays, though the receiver is cancelled. */
  @JCStressTest
  @Outcome(id = "x, none", expect = Expect.ACCEPTABLE, desc = "received")
  @Outcome(id = "cancelled, x", expect = Expect.ACCEPTABLE, desc = "still there")
  @State
  public static class CancelledReceiverTakesNothing {
    private final StressTask stress = new StressTask();
    private final Channel<String> channel = Channel.buffered(1);

    @Actor
    public void receives(LL_Result r) {
      r.r1 = receive(stress, channel);
    }

    @Actor
    public void abortsAndSends() {
      stress.task.abort("stress");
      channel.send("x");
    }

    @Arbiter
    public void look(LL_Result r) {
      r.r2 = channel.tryReceive().orElse("none");
    }
  }

  /** An element that was handed over is received, though the receiver is cancelled after that. */
  @JCStressTest
  @Outcome(id = "x, none", expect = Expect.ACCEPTABLE, desc = "received")
  @Outcome(id = "cancelled, x", expect = Expect.ACCEPTABLE, desc = "still there")
  @State
  public static class ElementHandedOverIsReceived {
    private final StressTask stress = new StressTask();
    private final Channel<String> channel = Channel.buffered(1);

    @Actor
    public void receives(LL_Result r) {
      r.r1 = receive(stress, channel);
    }

    @Actor
    public void sendsAndAborts() {
      channel.send("x");
      stress.task.abort("stress");
    }

    @Arbiter
    public void look(LL_Result r) {
      r.r2 = channel.tryReceive().orElse("none");
    }
  }

  /** A rendezvous either happens for both or for neither. */
  @JCStressTest
  @Outcome(id = "x, true", expect = Expect.ACCEPTABLE, desc = "both")
  @Outcome(id = "cancelled, false", expect = Expect.ACCEPTABLE, desc = "neither")
  @State
  public static class RendezvousIsForBoth {
    private final StressTask stress = new StressTask();
    private final Channel<String> channel = Channel.rendezvous();

    @Actor
    public void receives(LL_Result r) {
      r.r1 = receive(stress, channel);
    }

    @Actor
    public void sends(LL_Result r) {
      r.r2 = channel.trySend("x");
      stress.task.abort("stress");
    }
  }

  /** Two selects that each could send and receive: one sends what the other receives. */
  @JCStressTest
  @Outcome(id = "sent, 1", expect = Expect.ACCEPTABLE, desc = "the second received")
  @Outcome(id = "2, sent", expect = Expect.ACCEPTABLE, desc = "the first received")
  @State
  public static class SelectsMeet {
    private final Channel<String> one = Channel.rendezvous();
    private final Channel<String> two = Channel.rendezvous();

    @Actor
    public void first(LL_Result r) {
      r.r1 = Select.<String>create().onSend(one, "1", () -> "sent").onReceive(two, s -> s).await();
    }

    @Actor
    public void second(LL_Result r) {
      r.r2 = Select.<String>create().onSend(two, "2", () -> "sent").onReceive(one, s -> s).await();
    }
  }

  /** Both had the lock, one after the other. */
  @JCStressTest
  @Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "both counted")
  @State
  public static class LockExcludes {
    private final AsyncLock lock = AsyncLock.create();
    private int count;

    @Actor
    public void first() {
      lock.withLock(() -> {
        count++;
      });
    }

    @Actor
    public void second() {
      lock.withLock(() -> {
        count++;
      });
    }

    @Arbiter
    public void look(I_Result r) {
      r.r1 = lock.isLocked() ? -1 : count;
    }
  }

  /** A permit is given to a waiter or stays, though the waiter is cancelled. */
  @JCStressTest
  @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "acquired")
  @Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "cancelled, and the permit is there")
  @State
  public static class PermitIsNotLost {
    private final StressTask stress = new StressTask();
    private final AsyncSemaphore semaphore = AsyncSemaphore.bounded(1);

    public PermitIsNotLost() {
      semaphore.acquire();
    }

    @Actor
    public void acquires(II_Result r) {
      stress.play();
      try {
        semaphore.acquire();
        r.r1 = 1;
      } catch (CancellationError e) {
        r.r1 = 0;
      } finally {
        stress.leave();
      }
    }

    @Actor
    public void releasesAndAborts() {
      semaphore.release();
      stress.task.abort("stress");
    }

    @Arbiter
    public void look(II_Result r) {
      r.r2 = semaphore.available();
    }
  }
}
